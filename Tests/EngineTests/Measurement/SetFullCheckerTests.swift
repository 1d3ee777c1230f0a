import Foundation
import Testing

@testable import Engine

/// The checker against Jepsen's own verdict on a recorded Maelstrom run: five nodes, cut by
/// partitions about every three seconds.
struct SetFullCheckerTests {
    /// One line of the recorded history.
    private struct RecordedOperation {
        let nanoseconds: Int64
        let isInvocation: Bool
        let process: Int
        let isRead: Bool
        /// The value broadcast, or those a completed read showed.
        let values: [Int]

        init?(line: Substring) {
            let fields = line.split(separator: " ")
            guard fields.count >= 5, let nanoseconds = Int64(fields[1]),
                let process = Int(fields[3])
            else { return nil }
            self.nanoseconds = nanoseconds
            self.process = process
            isInvocation = fields[2] == "invoke"
            isRead = fields[4] == "read"
            values = fields.dropFirst(5).compactMap { Int($0) }
        }
    }

    private func recordedHistory() throws -> [RecordedOperation] {
        let url = try #require(
            Bundle.module.url(
                forResource: "broadcast-history", withExtension: "txt", subdirectory: "Recorded"))
        let text = try String(contentsOf: url, encoding: .utf8)
        return text.split(separator: "\n").compactMap(RecordedOperation.init)
    }

    @Test func agreesWithJepsenOnARecordedRunWithPartitions() throws {
        let history = try recordedHistory()
        var checker = SetFullChecker(nodeCount: 5)
        var held = [Set<Int>](repeating: [], count: 5)
        for (position, recorded) in history.enumerated() {
            // Nanoseconds stand in for microseconds here, so that nothing is rounded on the way.
            let instant = Instant(microseconds: recorded.nanoseconds)
            let node = NodeID(recorded.process)
            let shown = recorded.isRead ? recorded.values : []
            for value in shown where held[node.index].insert(value).inserted {
                checker.learn(ValueID(value), at: node)
            }
            let action: ClientOperation.Action =
                recorded.isRead ? .read : .broadcast(ValueID(recorded.values[0]))
            let operation = ClientOperation(number: position, node: node, action: action)
            if recorded.isInvocation {
                checker.invoke(operation, at: instant)
            } else {
                checker.complete(operation, at: instant)
            }
        }

        let results = checker.results
        #expect(results.attemptCount == 196)
        #expect(results.stableCount == 196)
        #expect(results.lostCount == 0)
        #expect(results.neverReadCount == 0)
        #expect(results.validity == .valid)
        let milliseconds = results.stableLatencies.map { $0 / 1_000 }
        #expect(milliseconds.filter { $0 > 0 }.count == 148)
        #expect(
            Quantiles(sorted: milliseconds).entries.map(\.value) == [0, 2_109, 5_131, 6_139, 6_203])
    }

    // MARK: Small histories

    /// A checker of two nodes, one step a millisecond.
    private struct History {
        var checker = SetFullChecker(nodeCount: 2)
        private var count = 0

        var results: SetFullResults { checker.results }

        mutating func broadcast(_ value: Int, at node: Int) {
            perform(.broadcast(ValueID(value)), at: node) { $0.learn(value, at: node) }
        }

        mutating func read(at node: Int) { perform(.read, at: node) { _ in } }

        mutating func learn(_ value: Int, at node: Int) {
            checker.learn(ValueID(value), at: NodeID(node))
        }

        private mutating func perform(
            _ action: ClientOperation.Action, at node: Int, _ effect: (inout History) -> Void
        ) {
            count += 1
            let instant = Instant(microseconds: Int64(count) * 1_000)
            let operation = ClientOperation(number: count, node: NodeID(node), action: action)
            checker.invoke(operation, at: instant)
            effect(&self)
            checker.complete(operation, at: instant)
        }
    }

    @Test func aValueIsStaleForAsLongAsReadsLackIt() {
        var history = History()
        history.broadcast(0, at: 0)
        history.read(at: 1)
        history.read(at: 1)
        history.learn(0, at: 1)
        history.read(at: 1)
        history.read(at: 0)
        #expect(history.results.stableLatencies == [2])
        #expect(history.results.staleCount == 1)
        #expect(history.checker.stableLatency(ofComplete: ValueID(0)) == .milliseconds(2))
    }

    @Test func aValueMissingFromTheLatestReadIsLost() {
        var history = History()
        history.broadcast(0, at: 0)
        history.read(at: 0)
        history.read(at: 1)
        #expect(history.results.lost == [ValueID(0)])
        #expect(history.results.validity == .invalid)
    }

    @Test func aLaterReadElsewhereHidesThatANodeLacksAValue() {
        var history = History()
        history.broadcast(0, at: 0)
        history.read(at: 1)
        history.read(at: 0)
        #expect(history.results.lostCount == 0)
        #expect(history.results.stableCount == 1)
    }

    @Test func aValueThatNobodyReadIsNeverRead() {
        var history = History()
        history.read(at: 0)
        history.read(at: 1)
        history.broadcast(0, at: 0)
        #expect(history.results.neverReadCount == 1)
        #expect(history.results.validity == .unknown)
    }
}
