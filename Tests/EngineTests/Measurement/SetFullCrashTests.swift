import Testing

@testable import Engine

/// The checker against one that keeps every read with all that it showed, on random histories of
/// nodes that crash.
struct SetFullCrashTests {
    @Test func agreesWithAPlainCheckerOnRandomHistoriesWithCrashes() {
        var lostCount = 0
        var staleCount = 0
        var neverReadCount = 0
        for seed in 1...2_000 as ClosedRange<UInt64> {
            var history = RandomHistory(seed: seed)
            history.run(stepCount: 150)
            let results = history.results
            #expect(results == history.plain.results, "seed \(seed)")
            lostCount += results.lostCount
            staleCount += results.staleCount
            neverReadCount += results.neverReadCount
        }
        #expect(min(lostCount, staleCount, neverReadCount) > 200, "the histories are too tame")
    }
}

/// Clients, nodes that learn, crash and restart, at random, one step a millisecond.
private struct RandomHistory {
    private let nodeCount: Int
    private var random: RandomStream
    private var step = 0
    private var valueCount = 0
    private var held: [Set<Int>]
    private var isDown: [Bool]
    /// The operation that the client of each node has open.
    private var open: [ClientOperation?]
    private var checker: SetFullChecker
    private(set) var plain = PlainChecker()

    init(seed: UInt64) {
        random = RandomStream(seed: seed, purpose: .workload)
        nodeCount = 1 + random.integer(below: 4)
        held = Array(repeating: [], count: nodeCount)
        isDown = Array(repeating: false, count: nodeCount)
        open = Array(repeating: nil, count: nodeCount)
        checker = SetFullChecker(nodeCount: nodeCount)
    }

    var results: SetFullResults { checker.results }

    private var now: Instant { Instant(microseconds: Int64(step) * 1_000) }

    mutating func run(stepCount: Int) {
        for _ in 0..<stepCount {
            step += 1
            let node = random.integer(below: nodeCount)
            switch random.integer(below: 20) {
            case 0..<9: goOnWithOperation(at: node)
            case 9..<17: gossip(to: node)
            case 17: giveUp(at: node)
            default: if isDown[node] { restart(node) } else { crash(including: node) }
            }
        }
    }

    private mutating func goOnWithOperation(at node: Int) {
        guard let operation = open[node] else { return invoke(at: node) }
        guard !isDown[node] else { return }
        if case .broadcast(let value) = operation.action { learn(value.index, at: node) }
        open[node] = nil
        checker.complete(operation, at: now)
        plain.complete(operation, showing: held[node], at: now)
    }

    private mutating func invoke(at node: Int) {
        var action = ClientOperation.Action.read
        if random.coin() {
            action = .broadcast(ValueID(valueCount))
            valueCount += 1
        }
        let operation = ClientOperation(number: step, node: NodeID(node), action: action)
        open[node] = operation
        checker.invoke(operation, at: now)
        plain.invoke(operation, at: now)
        // Now and then the node takes the value long before its client hears of it.
        if case .broadcast(let value) = action, !isDown[node], random.coin() {
            learn(value.index, at: node)
        }
    }

    private mutating func giveUp(at node: Int) {
        guard open[node] != nil else { return }
        open[node] = nil
        checker.timeOut(at: now)
        plain.timeOut(at: now)
    }

    private mutating func gossip(to node: Int) {
        let source = random.integer(below: nodeCount)
        guard !isDown[node],
            let value = held[source].sorted().last(where: { !held[node].contains($0) })
        else { return }
        learn(value, at: node)
    }

    private mutating func learn(_ value: Int, at node: Int) {
        guard held[node].insert(value).inserted else { return }
        checker.learn(ValueID(value), at: NodeID(node))
    }

    private mutating func crash(including node: Int) {
        var nodes = NodeSet([NodeID(node)])
        for other in 0..<nodeCount where !isDown[other] && random.integer(below: 3) == 0 {
            nodes.insert(NodeID(other))
        }
        checker.crash(nodes)
        for node in nodes {
            isDown[node.index] = true
            held[node.index] = []
        }
    }

    private mutating func restart(_ node: Int) {
        isDown[node] = false
    }
}

/// Jepsen's rules to the letter, over everything that every read showed.
private struct PlainChecker {
    private struct Place {
        let index: Int
        let instant: Instant
    }

    private struct Read {
        let invocation: Place
        let completion: Place
        let shown: Set<Int>
    }

    private var historyCount = 0
    private var invocations: [Int: Place] = [:]
    private var reads: [Read] = []
    private var broadcasts: [(invocation: Place, completion: Place?)] = []

    mutating func invoke(_ operation: ClientOperation, at instant: Instant) {
        let place = nextPlace(at: instant)
        invocations[operation.number] = place
        if case .broadcast = operation.action { broadcasts.append((place, nil)) }
    }

    mutating func complete(
        _ operation: ClientOperation, showing shown: Set<Int>, at instant: Instant
    ) {
        let place = nextPlace(at: instant)
        switch operation.action {
        case .broadcast(let value):
            broadcasts[value.index].completion = place
        case .read:
            guard let invocation = invocations[operation.number] else { return }
            reads.append(Read(invocation: invocation, completion: place, shown: shown))
        }
    }

    mutating func timeOut(at instant: Instant) { _ = nextPlace(at: instant) }

    private mutating func nextPlace(at instant: Instant) -> Place {
        defer { historyCount += 1 }
        return Place(index: historyCount, instant: instant)
    }

    var results: SetFullResults {
        var results = SetFullResults(attemptCount: broadcasts.count)
        for (value, broadcast) in broadcasts.enumerated() {
            let completions =
                reads.filter { $0.shown.contains(value) }.map(\.completion)
                + (broadcast.completion.map { [$0] } ?? [])
            let known = completions.min { $0.index < $1.index }
            let absent = reads.filter {
                !$0.shown.contains(value) && $0.completion.index > broadcast.invocation.index
            }.map(\.invocation).max { $0.index < $1.index }
            let present = reads.filter { $0.shown.contains(value) }.map(\.invocation.index).max()
            if let present, present > absent?.index ?? -1 {
                let span = absent.map { $0.instant - (known?.instant ?? .zero) } ?? .zero
                results.stableLatencies.append(Int(max(.zero, span).microseconds / 1_000))
            } else if let known, let absent, absent.index > present ?? -1,
                absent.index > known.index
            {
                results.lost.append(ValueID(value))
            } else {
                results.neverReadCount += 1
            }
        }
        results.stableLatencies.sort()
        return results
    }
}
