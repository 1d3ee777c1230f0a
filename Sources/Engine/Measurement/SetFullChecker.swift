/// Maelstrom's checker of the broadcast workload: Jepsen's set-full, by its names and rules.
///
/// For each value: *known* is the completion of its broadcast or of the first read that shows it,
/// *last absent* the latest-invoked read that lacked it, *last present* the latest-invoked read
/// that showed it. A read shows what its node holds when it completes. Until it crashes a node
/// forgets nothing, so only its last read before it learned a value can be the last absent one, and
/// only its last read of all the last present one: work is linear in operations and in values
/// learned. A crash takes a look at every value.
struct SetFullChecker: Sendable {
    /// A place in the history (invocations and completions, counted from 0) and its time.
    private struct Mark: Sendable {
        let index: Int
        let instant: Instant
    }

    /// A completed read: when it was invoked, and its completion's place in the history.
    private struct Read: Sendable {
        let invocation: Mark
        let completion: Int

        /// Stands for no read at all, as if it were over before the history began.
        static let none = Read(
            invocation: Mark(index: -1, instant: .zero), completion: -1)
    }

    private struct Element: Sendable {
        let invoked: Int
        var known: Mark?
        var lastAbsent: Mark?
        /// Where in the history the latest read was invoked that showed the value, of those whose
        /// node has crashed since; -1 without any.
        var lastPresent = -1

        /// A read that was over before the broadcast began says nothing about it.
        mutating func noteAbsence(in read: Read) {
            guard read.completion > invoked, read.invocation.index > lastAbsent?.index ?? -1
            else { return }
            lastAbsent = read.invocation
        }

        mutating func notePresence(in read: Read) {
            lastPresent = max(lastPresent, read.invocation.index)
        }

        mutating func noteKnown(_ completion: Mark) { known = known ?? completion }
    }

    /// A value whose broadcast has not completed, and a node that holds it.
    private struct Holding: Sendable {
        let node: NodeID
        let value: ValueID
    }

    private var historyCount: UInt32 = 0
    /// What is known of each value. The cells are the length of the history when a node learned it;
    /// 0 while the node lacks it.
    private var elements: ValueTable<Element, UInt32>
    /// When the client of each node invoked its latest read.
    private var latestInvocation: [Mark?]
    /// Each node's latest completed read since it last started.
    private var latestRead: [Read]
    /// Who holds values of which nobody knows yet: a read may make them known.
    private var unknown: [Holding] = []

    init(nodeCount: Int) {
        elements = ValueTable(nodeCount: nodeCount)
        latestInvocation = Array(repeating: nil, count: nodeCount)
        latestRead = Array(repeating: .none, count: nodeCount)
    }

    mutating func invoke(_ operation: ClientOperation, at instant: Instant) {
        let mark = nextMark(at: instant)
        switch operation.action {
        case .broadcast:
            elements.append(Element(invoked: mark.index), cells: 0)
        case .read: latestInvocation[operation.node.index] = mark
        }
    }

    mutating func complete(_ operation: ClientOperation, at instant: Instant) {
        let mark = nextMark(at: instant)
        switch operation.action {
        case .broadcast(let value):
            elements.update(value.index) { $0.noteKnown(mark) }
            unknown.removeAll { $0.value == value }
        case .read:
            let node = operation.node.index
            guard let invocation = latestInvocation[node] else { return }
            latestRead[node] = Read(invocation: invocation, completion: mark.index)
            for holding in unknown where holding.node == operation.node {
                elements.update(holding.value.index) { $0.noteKnown(mark) }
            }
            unknown.removeAll { elements[$0.value.index].known != nil }
        }
    }

    /// The client of an operation stopped waiting: a place in the history, and no more.
    mutating func timeOut(at instant: Instant) { _ = nextMark(at: instant) }

    mutating func learn(_ value: ValueID, at node: NodeID) {
        elements[value.index, node.index] = historyCount
        let read = latestRead[node.index]
        let isKnown = elements.update(value.index) { element in
            element.noteAbsence(in: read)
            return element.known != nil
        }
        if !isKnown {
            unknown.append(Holding(node: node, value: value))
        }
    }

    /// Nodes crash and forget all that they hold: no later read of theirs stands for what the ones
    /// before showed and lacked. O(values x nodes crashed).
    mutating func crash(_ nodes: NodeSet) {
        let crashed = Array(nodes)
        for index in elements.indices {
            var element = elements[index]
            for node in crashed {
                note(latestRead[node.index], of: node, in: &element, at: index)
                elements[index, node.index] = 0
            }
            elements.update(index) { $0 = element }
        }
        for node in crashed { latestRead[node.index] = .none }
        unknown.removeAll { nodes.contains($0.node) }
    }

    /// Notes what the latest read of `node` says about value number `index`.
    private func note(_ read: Read, of node: NodeID, in element: inout Element, at index: Int) {
        let learned = Int(elements[index, node.index])
        if learned == 0 {
            element.noteAbsence(in: read)
        } else if learned <= read.completion {
            element.notePresence(in: read)
        }
    }

    /// The stable latency of a value that every live node holds: no later read can lack it any more
    /// unless a node crashes.
    func stableLatency(ofComplete value: ValueID) -> TimeSpan {
        Self.latency(of: elements[value.index])
    }

    /// What Maelstrom would report at this moment. O(values x nodes).
    var results: SetFullResults {
        var results = SetFullResults(attemptCount: elements.count)
        var latencies: [Int] = []
        for index in elements.indices {
            let value = ValueID(index)
            var element = elements[index]
            for (node, read) in latestRead.enumerated() {
                note(read, of: NodeID(node), in: &element, at: index)
            }
            let lastPresent = element.lastPresent
            let lastAbsent = element.lastAbsent?.index ?? -1
            if lastAbsent < lastPresent {
                latencies.append(Int(Self.latency(of: element).microseconds / 1_000))
            } else if let known = element.known, lastPresent < lastAbsent, known.index < lastAbsent
            {
                results.lost.append(value)
            } else {
                results.neverReadCount += 1
            }
        }
        results.stableLatencies = latencies.sorted()
        return results
    }

    private mutating func nextMark(at instant: Instant) -> Mark {
        defer { historyCount += 1 }
        return Mark(index: Int(historyCount), instant: instant)
    }

    /// From known to last absent; Jepsen adds one nanosecond, which whole microseconds cannot show
    /// and truncation to milliseconds would drop.
    private static func latency(of element: Element) -> TimeSpan {
        guard let known = element.known, let absent = element.lastAbsent else { return .zero }
        return max(.zero, absent.instant - known.instant)
    }
}
