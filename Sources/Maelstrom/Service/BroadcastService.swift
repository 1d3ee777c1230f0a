public import Engine

/// A node of Maelstrom's broadcast workload as a value without I/O: lines and the time go in, lines
/// come out.
///
/// Around the same `BroadcastNode` as the simulator's, which it creates at `init`, it knows names,
/// requests and replies. A line that cannot be served changes nothing: it is answered by an error
/// where there is someone to answer, and reported otherwise.
public struct BroadcastService: Sendable {
    let settings: NodeSettings
    /// Nil before `init`.
    var member: ClusterMember?
    var interner = MessageInterner()
    /// Who waits for which reply of the node.
    var waiting: [RequestID: ReplyAddress] = [:]
    private var requestCount = 0
    /// `deadlines[i]` is when the timer with the raw value i is due; nil when it is not set.
    var deadlines = [Instant?](repeating: nil, count: NodeTimer.allCases.count)

    /// A node and the names around it.
    struct ClusterMember {
        let name: String
        let names: NodeNames
        var node: BroadcastNode
    }

    /// Where a reply goes, and from whom.
    struct ReplyAddress {
        let client: String
        let node: String
        let messageID: Int
    }

    /// A node that waits for its `init`.
    public init(settings: NodeSettings) {
        self.settings = settings
    }

    // MARK: Time

    /// When `fireTimers` has something to do; nil when nothing is set.
    public var nextDeadline: Instant? { deadlines.compactMap { $0 }.min() }

    /// Does what is due at `now`, the longest due first. `now` never runs backwards.
    public mutating func fireTimers(at now: Instant, into effects: inout ServiceEffects) {
        while let deadline = nextDeadline, deadline <= now,
            let timer = NodeTimer.allCases.first(where: { deadlines[$0.rawValue] == deadline })
        {
            deadlines[timer.rawValue] = nil
            feed(.timerFired(timer), at: now, into: &effects)
        }
    }

    // MARK: Lines

    /// Serves one line, given without its end. `now` never runs backwards.
    public mutating func receive(
        _ line: ArraySlice<UInt8>, at now: Instant, into effects: inout ServiceEffects
    ) {
        let packet: Packet
        do throws(PacketError) {
            packet = try Packet(parsing: line)
        } catch {
            return effects.report("line skipped: \(error)")
        }
        if packet.isReply { return }
        do throws(RequestError) {
            try serve(try Request(body: packet.body), packet, at: now, into: &effects)
        } catch {
            guard let address = address(for: packet) else {
                let source = JSONValue.string(packet.source).summary
                return effects.report("request from \(source) skipped: \(error)")
            }
            effects.send(Packet(.error(error), to: address))
        }
    }

    /// Where the reply to `packet` goes; nil when none is wanted.
    func address(for packet: Packet) -> ReplyAddress? {
        packet.messageID.map {
            ReplyAddress(
                client: packet.source, node: member?.name ?? packet.destination, messageID: $0)
        }
    }

    /// A number for a request of the node's, whose reply goes to `address` (nil: nowhere).
    mutating func register(_ address: ReplyAddress?) -> RequestID {
        requestCount += 1
        let request = RequestID(requestCount)
        waiting[request] = address
        return request
    }
}
