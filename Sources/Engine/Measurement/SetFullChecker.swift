/// Maelstrom's checker of the broadcast workload: Jepsen's set-full, by its names and rules.
///
/// For each value: *known* is the completion of its broadcast or of the first read that shows it,
/// *last absent* the latest-invoked read that lacked it, *last present* the latest-invoked read
/// that showed it. A read shows what its node holds when it completes. Until it crashes a node
/// forgets nothing, so only its last read before it learned a value can be the last absent one, and
/// only its last read of all the last present one: work is linear in operations and in values
/// learned, and in values for each crash.
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
    }

    private struct Element: Sendable {
        let invoked: Int
        var known: Mark?
        var lastAbsent: Mark?
        /// Where in the history the latest read was invoked that showed the value, of those whose
        /// node has crashed since; -1 without any.
        var lastPresent = -1

        /// A read that was over before the broadcast began says nothing about it.
        mutating func noteAbsence(in read: Read?) {
            guard let read, read.completion > invoked,
                read.invocation.index > lastAbsent?.index ?? -1
            else { return }
            lastAbsent = read.invocation
        }

        mutating func notePresence(in read: Read?) {
            if let read { lastPresent = max(lastPresent, read.invocation.index) }
        }

        mutating func noteKnown(_ completion: Mark) { known = known ?? completion }
    }

    private var historyCount = 0
    private var elements: [Element] = []
    /// When the client of each node invoked its latest read.
    private var latestInvocation: [Mark?]
    /// Each node's latest completed read since it last started.
    private var latestRead: [Read?]
    /// What nodes learned, with all that no read has shown since; more of the past is let go of as
    /// the list doubles.
    private var learnings: [Learning] = []
    private var learningLimit = 1_024
    /// What nodes learned of values whose broadcast has not completed: a read may make them known.
    private var unknown: [Learning] = []

    /// A node learned a value at a place in the history.
    private struct Learning: Sendable {
        let node: NodeID
        let value: ValueID
        let index: Int
    }

    init(nodeCount: Int) {
        latestInvocation = Array(repeating: nil, count: nodeCount)
        latestRead = Array(repeating: nil, count: nodeCount)
    }

    mutating func invoke(_ operation: ClientOperation, at instant: Instant) {
        let mark = nextMark(at: instant)
        switch operation.action {
        case .broadcast: elements.append(Element(invoked: mark.index))
        case .read: latestInvocation[operation.node.index] = mark
        }
    }

    mutating func complete(_ operation: ClientOperation, at instant: Instant) {
        let mark = nextMark(at: instant)
        switch operation.action {
        case .broadcast(let value):
            elements[value.index].noteKnown(mark)
            unknown.removeAll { $0.value == value }
        case .read:
            let node = operation.node.index
            guard let invocation = latestInvocation[node] else { return }
            latestRead[node] = Read(invocation: invocation, completion: mark.index)
            for learning in unknown where learning.node == operation.node {
                elements[learning.value.index].noteKnown(mark)
            }
            unknown.removeAll { elements[$0.value.index].known != nil }
        }
    }

    /// The client of an operation stopped waiting: a place in the history, and no more.
    mutating func timeOut(at instant: Instant) { _ = nextMark(at: instant) }

    mutating func learn(_ value: ValueID, at node: NodeID) {
        elements[value.index].noteAbsence(in: latestRead[node.index])
        let learning = Learning(node: node, value: value, index: historyCount)
        if elements[value.index].known == nil { unknown.append(learning) }
        if learnings.count == learningLimit {
            learnings = learnings.filter(isUnshown)
            learningLimit = max(1_024, 2 * learnings.count)
        }
        learnings.append(learning)
    }

    /// Nodes crash and forget all that they hold, which `ledger` still knows: no later read of
    /// theirs stands for what the ones before showed and lacked. O(values x nodes crashed).
    mutating func crash(_ nodes: NodeSet, _ ledger: SpreadLedger) {
        let unshown = unshownValues
        for node in nodes {
            let read = latestRead[node.index]
            for index in elements.indices {
                let value = ValueID(index)
                if ledger.hops(of: value, to: node) == nil {
                    elements[index].noteAbsence(in: read)
                } else if !unshown[node.index].contains(value) {
                    elements[index].notePresence(in: read)
                }
            }
            latestRead[node.index] = nil
        }
        learnings.removeAll { nodes.contains($0.node) }
        unknown.removeAll { nodes.contains($0.node) }
    }

    /// Entry i holds what node i has learned that no read of its own has shown yet.
    private var unshownValues: [ValueSet] {
        var unshown = [ValueSet](repeating: ValueSet(), count: latestRead.count)
        for learning in learnings where isUnshown(learning) {
            _ = unshown[learning.node.index].insert(learning.value)
        }
        return unshown
    }

    /// Whether no read of its node has completed since.
    private func isUnshown(_ learning: Learning) -> Bool {
        learning.index > latestRead[learning.node.index]?.completion ?? -1
    }

    /// The stable latency of a value that every live node holds: no later read can lack it any more
    /// unless a node crashes.
    func stableLatency(ofComplete value: ValueID) -> TimeSpan {
        Self.latency(of: elements[value.index])
    }

    /// What Maelstrom would report at this moment; `ledger` has seen the same run.
    /// O(values x nodes).
    func results(_ ledger: SpreadLedger) -> SetFullResults {
        let unshown = unshownValues
        var results = SetFullResults(attemptCount: elements.count)
        var latencies: [Int] = []
        for index in elements.indices {
            let value = ValueID(index)
            var element = elements[index]
            for (node, read) in latestRead.enumerated() {
                if ledger.hops(of: value, to: NodeID(node)) == nil {
                    element.noteAbsence(in: read)
                } else if !unshown[node].contains(value) {
                    element.notePresence(in: read)
                }
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
        return Mark(index: historyCount, instant: instant)
    }

    /// From known to last absent; Jepsen adds one nanosecond, which whole microseconds cannot show
    /// and truncation to milliseconds would drop.
    private static func latency(of element: Element) -> TimeSpan {
        guard let known = element.known, let absent = element.lastAbsent else { return .zero }
        return max(.zero, absent.instant - known.instant)
    }
}
