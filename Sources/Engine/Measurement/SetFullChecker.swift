/// Maelstrom's checker of the broadcast workload: Jepsen's set-full, by its names and rules.
///
/// For each value: *known* is the completion of its broadcast, *last absent* the latest-invoked
/// read that lacked it, *last present* the latest-invoked read that showed it. Only the last read
/// before a node learned a value can be its last absent one, so work is linear in operations and
/// values learned. Reads and broadcasts complete at the instant they are invoked, so a read never
/// overlaps another operation.
struct SetFullChecker: Sendable {
    /// A place in the history (invocations and completions, counted from 0) and its time.
    private struct Mark: Sendable {
        let index: Int
        let instant: Instant
    }

    private struct Element: Sendable {
        let invoked: Int
        var known: Mark?
        var lastAbsent: Mark?

        mutating func noteAbsence(in read: Mark?) {
            guard let read, read.index > invoked, read.index > lastAbsent?.index ?? -1 else {
                return
            }
            lastAbsent = read
        }
    }

    private var historyCount = 0
    private var elements: [Element] = []
    /// Each node's latest read.
    private var lastRead: [Mark?]
    /// The values that each node learned since its latest read, and holds without having shown
    /// them.
    private var unshown: [[ValueID]]

    init(nodeCount: Int) {
        lastRead = Array(repeating: nil, count: nodeCount)
        unshown = Array(repeating: [], count: nodeCount)
    }

    mutating func invoke(_ operation: ClientOperation, at instant: Instant) {
        switch operation.action {
        case .broadcast:
            elements.append(Element(invoked: historyCount))
        case .read:
            lastRead[operation.node.index] = Mark(index: historyCount, instant: instant)
            unshown[operation.node.index].removeAll(keepingCapacity: true)
        }
        historyCount += 1
    }

    mutating func complete(_ operation: ClientOperation, at instant: Instant) {
        if case .broadcast(let value) = operation.action {
            elements[value.index].known = Mark(index: historyCount, instant: instant)
        }
        historyCount += 1
    }

    mutating func learn(_ value: ValueID, at node: NodeID) {
        elements[value.index].noteAbsence(in: lastRead[node.index])
        unshown[node.index].append(value)
    }

    /// The stable latency of a value that every node holds: no later read can lack it any more.
    func stableLatency(ofComplete value: ValueID) -> TimeSpan {
        let element = elements[value.index]
        guard let known = element.known, let absent = element.lastAbsent else { return .zero }
        return Self.latency(known: known, absent: absent)
    }

    /// What Maelstrom would report at this moment; `ledger` has seen the same run. O(values x
    /// nodes).
    func results(_ ledger: SpreadLedger) -> SetFullResults {
        let unshownSets = unshown.map { ValueSet($0) }
        var results = SetFullResults(attemptCount: elements.count)
        var latencies: [Int] = []
        for index in elements.indices {
            let value = ValueID(index)
            var element = elements[index]
            var lastPresent = -1
            for (node, read) in lastRead.enumerated() {
                if ledger.hops(of: value, to: NodeID(node)) == nil {
                    element.noteAbsence(in: read)
                } else if let read, !unshownSets[node].contains(value) {
                    lastPresent = max(lastPresent, read.index)
                }
            }
            let lastAbsent = element.lastAbsent?.index ?? -1
            if lastPresent >= 0 && lastAbsent < lastPresent {
                latencies.append(Self.wholeMilliseconds(element))
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

    private static func wholeMilliseconds(_ element: Element) -> Int {
        guard let known = element.known, let absent = element.lastAbsent else { return 0 }
        return Int(latency(known: known, absent: absent).microseconds / 1_000)
    }

    /// Jepsen adds one nanosecond to the time of the last absent read, which whole microseconds
    /// cannot show and truncation to milliseconds would drop.
    private static func latency(known: Mark, absent: Mark) -> TimeSpan {
        max(.zero, absent.instant - known.instant)
    }
}
