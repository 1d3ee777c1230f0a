/// One node of a broadcasting cluster, as a value without I/O.
///
/// A host feeds it inputs with the time and carries out its outputs. The same start and the same
/// sequence of (input, time) give the same outputs on any host.
public struct BroadcastNode: Sendable {
    /// This node's place in the cluster.
    public let id: NodeID
    /// How many nodes the cluster has, this one included.
    public let nodeCount: Int
    /// All values the node holds.
    public private(set) var values = ValueSet()
    /// The nodes it disseminates to; may contain the node itself.
    public private(set) var neighbors: [NodeID]
    /// How it spreads values.
    public private(set) var protocolInUse: BroadcastProtocol

    private var pending: [PendingValue] = []
    private var batchTicker: Ticker?
    private var antiEntropyTicker: Ticker?
    private var random: RandomStream

    /// A value that waits for the next batch, and where it came from.
    private struct PendingValue: Hashable, Sendable {
        let value: ValueID
        let source: NodeID?
    }

    /// Node `id` of `nodeCount`, holding nothing; `random` must be a stream of the node's own.
    public init(
        id: NodeID, nodeCount: Int, neighbors: [NodeID], protocol: BroadcastProtocol,
        random: RandomStream
    ) {
        precondition((0..<nodeCount).contains(id.index), "\(id) is not one of \(nodeCount) nodes")
        self.id = id
        self.nodeCount = nodeCount
        self.neighbors = neighbors
        self.protocolInUse = `protocol`
        self.random = random
    }

    /// Takes in one input at time `now` and appends what is to be done to `outputs`.
    ///
    /// `now` never runs backwards. Nothing is rejected: the types leave no malformed input.
    public mutating func handle(
        _ input: NodeInput, at now: Instant, into outputs: inout some NodeOutputs
    ) {
        switch input {
        case .started:
            if protocolInUse.batching.interval != nil {
                start(.batch, at: now, into: &outputs)
            }
            if protocolInUse.antiEntropy != nil {
                start(.antiEntropy, at: now, into: &outputs)
            }
        case .received(let message, let source):
            receive(message, from: source, into: &outputs)
        case .timerFired(.batch):
            sendBatches(into: &outputs)
            Self.rearm(.batch, &batchTicker, at: now, &random, into: &outputs)
        case .timerFired(.antiEntropy):
            exchange(into: &outputs)
            Self.rearm(.antiEntropy, &antiEntropyTicker, at: now, &random, into: &outputs)
        case .broadcast(let value, let request):
            learn(value, from: nil, relays: true, into: &outputs)
            outputs.append(.acknowledgeBroadcast(request))
        case .read(let request):
            outputs.append(.answerRead(request))
        case .topologyChanged(let neighbors):
            self.neighbors = neighbors
        case .protocolChanged(let newProtocol):
            change(to: newProtocol, at: now, into: &outputs)
        }
    }

    // MARK: Learning

    /// As `handle(.received(message, from: source), …)`.
    @inline(__always)
    mutating func receive(
        _ message: GossipMessage, from source: NodeID, into outputs: inout some NodeOutputs
    ) {
        if message.kind == .dissemination, case .one(let value) = message.payload {
            // Nearly all messages of a flood, most of which bring nothing new.
            return learn(value, from: source, relays: true, into: &outputs)
        }
        takeIn(message, from: source, into: &outputs)
    }

    private mutating func takeIn(
        _ message: GossipMessage, from source: NodeID, into outputs: inout some NodeOutputs
    ) {
        var relays = true
        if message.kind != .dissemination {
            relays = protocolInUse.antiEntropy?.relays ?? true
            if message.kind == .request { answer(message.payload, to: source, into: &outputs) }
        }
        switch message.payload {
        case .one(let value):
            learn(value, from: source, relays: relays, into: &outputs)
        case .batch(let batch), .difference(let batch, _):
            for value in batch { learn(value, from: source, relays: relays, into: &outputs) }
        case .all(let all):
            for value in all.subtracting(values) {
                learn(value, from: source, relays: relays, into: &outputs)
            }
        case .digest:
            break
        }
    }

    @inline(__always)
    private mutating func learn(
        _ value: ValueID, from source: NodeID?, relays: Bool, into outputs: inout some NodeOutputs
    ) {
        if values.insert(value) { note(value, from: source, relays: relays, into: &outputs) }
    }

    /// A value is new.
    private mutating func note(
        _ value: ValueID, from source: NodeID?, relays: Bool, into outputs: inout some NodeOutputs
    ) {
        outputs.append(.learned(value, from: source))
        guard relays else { return }
        switch protocolInUse.batching {
        case .eager: disseminate(value, from: source, into: &outputs)
        case .every: pending.append(PendingValue(value: value, source: source))
        }
    }

    // MARK: Sending

    @inline(__always)
    private mutating func disseminate(
        _ value: ValueID, from source: NodeID?, into outputs: inout some NodeOutputs
    ) {
        let message = GossipMessage.disseminating(value)
        switch protocolInUse.dissemination {
        case .none:
            break
        case .flood:
            for neighbor in neighbors where neighbor != source {
                outputs.append(.send(message, to: neighbor))
            }
        case .infectAndDie(let fanout):
            for peer in randomPeers(count: fanout) { outputs.append(.send(message, to: peer)) }
        }
    }

    private mutating func sendBatches(into outputs: inout some NodeOutputs) {
        guard case .every(_, let sendsEmpty) = protocolInUse.batching else { return }
        func send(_ values: [ValueID], to receiver: NodeID) {
            if values.isEmpty && !sendsEmpty { return }
            let message = GossipMessage(kind: .dissemination, payload: .batch(values))
            outputs.append(.send(message, to: receiver))
        }
        switch protocolInUse.dissemination {
        case .none:
            break
        case .flood:
            for neighbor in neighbors {
                send(pending.filter { $0.source != neighbor }.map(\.value), to: neighbor)
            }
        case .infectAndDie(let fanout):
            let values = pending.map(\.value)
            for peer in randomPeers(count: fanout) { send(values, to: peer) }
        }
        pending.removeAll(keepingCapacity: true)
    }

    /// `count` different other nodes, drawn uniformly; all of them when there are no more.
    ///
    /// Floyd's sampling (Bentley and Floyd, "A sample of brilliance", 1987) over the n-1 others.
    mutating func randomPeers(count: Int) -> [NodeID] {
        let others = nodeCount - 1
        // A few are looked through faster than a set is made.
        let usesSet = count > 64
        var taken = NodeSet()
        var chosen: [NodeID] = []
        for limit in max(0, others - count)..<others {
            let draw = NodeID(random.integer(below: limit + 1))
            let isTaken = usesSet ? taken.contains(draw) : chosen.contains(draw)
            chosen.append(isTaken ? NodeID(limit) : draw)
            if usesSet { taken.insert(chosen[chosen.count - 1]) }
        }
        return chosen.map { $0 < id ? $0 : NodeID($0.index + 1) }
    }

    // MARK: Timers

    private mutating func start(
        _ timer: NodeTimer, at now: Instant, into outputs: inout some NodeOutputs
    ) {
        let ticker: Ticker?
        switch timer {
        case .batch:
            ticker = protocolInUse.batching.interval.map {
                Ticker(every: $0, clock: .periodic, start: now, random: &random)
            }
            batchTicker = ticker
        case .antiEntropy:
            ticker = protocolInUse.antiEntropy.map {
                Ticker(every: $0.interval, clock: $0.clock, start: now, random: &random)
            }
            antiEntropyTicker = ticker
        }
        outputs.append(ticker.map { .setTimer(timer, at: $0.deadline) } ?? .cancelTimer(timer))
    }

    private static func rearm(
        _ timer: NodeTimer, _ ticker: inout Ticker?, at now: Instant,
        _ random: inout RandomStream, into outputs: inout some NodeOutputs
    ) {
        ticker?.advance(past: now, random: &random)
        if let deadline = ticker?.deadline { outputs.append(.setTimer(timer, at: deadline)) }
    }

    /// Values that wait for a batch are sent first, so that a change loses nothing; a ticker whose
    /// interval and clock stay keeps its phase.
    private mutating func change(
        to newProtocol: BroadcastProtocol, at now: Instant, into outputs: inout some NodeOutputs
    ) {
        let former = protocolInUse
        if !pending.isEmpty,
            former.batching != newProtocol.batching
                || former.dissemination != newProtocol.dissemination
        {
            sendBatches(into: &outputs)
        }
        protocolInUse = newProtocol
        if former.batching.interval != newProtocol.batching.interval {
            start(.batch, at: now, into: &outputs)
        }
        if former.antiEntropy?.interval != newProtocol.antiEntropy?.interval
            || former.antiEntropy?.clock != newProtocol.antiEntropy?.clock
        {
            start(.antiEntropy, at: now, into: &outputs)
        }
    }
}
