import Engine

@testable import GossipTUI

/// Hand-built states, told apart at a glance.
enum Scene {
    /// A cluster of `nodeCount` at 12.34 s, before anything happened.
    static func quiet(nodeCount: Int = 25) -> ClusterSnapshot {
        var scenario = Scenario()
        scenario.nodeCount = nodeCount
        scenario.broadcastProtocol.antiEntropy = .push(every: .seconds(5), fanout: 5, relays: true)
        return ClusterSnapshot(
            now: Instant(microseconds: 12_345_678), phase: .operating, scenario: scenario,
            neighbors: scenario.topology.neighbors(nodeCount: nodeCount),
            sides: [Int](repeating: 0, count: nodeCount), valueCount: 0)
    }

    /// A busy cluster: 1,240 values, the newest still spreading, every kind of message under way.
    static func busy(nodeCount: Int = 25) -> ClusterSnapshot {
        var snapshot = quiet(nodeCount: nodeCount)
        snapshot.valueCount = 1_240
        snapshot.recentValues = (0..<90).map { index in
            spread(of: 1_150 + index, to: index < 80 ? nodeCount : (90 - index) * nodeCount / 12)
        }
        snapshot.messages = messages.filter {
            max($0.source.index, $0.destination.index) < nodeCount
        }
        snapshot.figures.traffic.serverSendCount = 27_810
        snapshot.figures.traffic.sentCopies = 28_000
        snapshot.figures.traffic.sentBytes = 1_893_600
        snapshot.figures.traffic.broadcastCount = 500
        snapshot.figures.traffic.readCount = 500
        snapshot.figures.traffic.deliveredCopies = 1_000
        snapshot.figures.traffic.usefulCopies = 429
        snapshot.figures.traffic.cutCount = 1_012
        snapshot.figures.traffic.lostCount = 3
        for (hops, count) in [(4, 10), (5, 40), (6, 80), (7, 60), (8, 15)] {
            for index in 0..<count {
                snapshot.figures.propagation.record(.milliseconds(Int64(hops * 100)))
                snapshot.figures.stable.record(.milliseconds(Int64(hops * 100 - 24 - index)))
            }
        }
        snapshot.figures.sentPerQuarterSecond = (0..<60).map { 600 + ($0 * 37) % 100 - $0 % 7 * 40 }
        return snapshot
    }

    static func state(_ snapshot: ClusterSnapshot, columns: Int, rows: Int) -> DashboardState {
        DashboardState(snapshot: snapshot, columns: columns, rows: rows)
    }

    /// A value that the first `count` nodes hold.
    static func spread(of value: Int, to count: Int) -> ValueSpread {
        ValueSpread(
            value: ValueID(value), origin: NodeID(0), acceptedAt: .zero,
            holders: NodeSet((0..<count).map(NodeID.init)))
    }

    static func message(
        _ number: Int, _ payload: GossipMessage.Payload, role: InFlightMessage.Role
    ) -> InFlightMessage {
        let now = Instant(microseconds: 12_345_678)
        let left = TimeSpan.milliseconds(Int64(2 + number * 7))
        return InFlightMessage(
            number: number, source: NodeID(number % 5), destination: NodeID(number % 5 + 5),
            message: GossipMessage(
                kind: role == .repair ? .repair : .dissemination, payload: payload),
            role: role, sentAt: now + left - .milliseconds(100), arrivesAt: now + left)
    }

    private static let messages: [InFlightMessage] = [
        message(0, .one(ValueID(1_240)), role: .useful),
        message(1, .batch([ValueID(1_236), ValueID(1_238)]), role: .redundant),
        message(2, .all(ValueSet((0..<812).map(ValueID.init))), role: .repair),
        message(3, .batch([]), role: .redundant),
        message(4, .batch((1_200..<1_230).map(ValueID.init)), role: .useful),
    ]
}
