import Engine

/// What each node can know of the others' events (Fidge and Mattern's vector clocks), and each
/// message under way.
struct VectorClocks {
    /// A message under way: its sender's clock, and how many copies of it there are.
    private struct Sending {
        let clock: [Int]
        var copyCount = 1
    }

    /// Entry j of a node's clock is how many events of node j it can know of; of its own all.
    private var clocks: [[Int]]
    /// By the messages' numbers.
    private var sendings: [Int: Sending] = [:]

    /// The clocks of `nodeCount` nodes before their first events.
    init(nodeCount: Int) {
        clocks = Array(repeating: Array(repeating: 0, count: nodeCount), count: nodeCount)
    }

    /// An event of `node` alone.
    mutating func tick(_ node: NodeID) {
        clocks[node.index][node.index] += 1
    }

    /// The event that its sender puts a message under way.
    mutating func send(_ envelope: Envelope) {
        tick(envelope.source)
        sendings[envelope.number] = Sending(clock: clocks[envelope.source.index])
    }

    /// The event that its receiver gets a copy of a message.
    mutating func receive(_ envelope: Envelope) {
        let place = envelope.destination.index
        if let sending = sendings[envelope.number] {
            for (other, count) in sending.clock.enumerated() where count > clocks[place][other] {
                clocks[place][other] = count
            }
        }
        tick(envelope.destination)
        forgetCopy(of: envelope)
    }

    /// There is one copy more of the message; no event of a node. Where the first is gone, the
    /// second is too.
    mutating func duplicate(_ envelope: Envelope) {
        sendings[envelope.number]?.copyCount += 1
    }

    /// A copy of the message will never arrive; no event of a node.
    mutating func forgetCopy(of envelope: Envelope) {
        guard var sending = sendings[envelope.number] else { return }
        sending.copyCount -= 1
        sendings[envelope.number] = sending.copyCount > 0 ? sending : nil
    }

    /// Appends the clock of `node` as a JSON object, its own entry first; nodes of which it knows
    /// nothing are left out.
    func write(_ node: NodeID, into bytes: inout [UInt8]) {
        let clock = clocks[node.index]
        bytes.append(UInt8(ascii: "{"))
        Self.write(clock[node.index], of: node, into: &bytes)
        for (other, count) in clock.enumerated() where other != node.index && count > 0 {
            bytes.append(UInt8(ascii: ","))
            Self.write(count, of: NodeID(other), into: &bytes)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private static func write(_ count: Int, of node: NodeID, into bytes: inout [UInt8]) {
        bytes.add(node)
        bytes.append(UInt8(ascii: ":"))
        bytes.add(count)
    }
}
