@testable import Engine
@testable import GossipTUI

extension ClusterSnapshot {
    /// A quiet, whole cluster at 1 s, nothing broadcast.
    static func example(_ topology: Topology, nodeCount: Int) -> ClusterSnapshot {
        var scenario = Scenario()
        scenario.nodeCount = nodeCount
        scenario.topology = topology
        return ClusterSnapshot(
            now: Instant(microseconds: 1_000_000), phase: .operating, scenario: scenario,
            neighbors: topology.neighbors(nodeCount: nodeCount),
            sides: [Int](repeating: 0, count: nodeCount), valueCount: 0)
    }

    /// The same cluster cut in two, these nodes on one side.
    func cut(off nodes: [Int]) -> ClusterSnapshot {
        let count = neighbors.count
        let others = (0..<count).filter { !nodes.contains($0) }
        var snapshot = self
        snapshot.blockedLinks = .between(
            nodes.map(NodeID.init), others.map(NodeID.init), nodeCount: count)
        snapshot.sides = snapshot.blockedLinks.sides(nodeCount: count)
        return snapshot
    }

    /// The same cluster with these nodes in another state.
    func with(_ nodes: [Int], _ state: NodeState) -> ClusterSnapshot {
        var snapshot = self
        for node in nodes { snapshot.nodeStates[node] = state }
        return snapshot
    }

    /// The same cluster with one more value, held by these nodes.
    func knowing(_ holders: [Int]) -> ClusterSnapshot {
        var snapshot = self
        snapshot.recentValues.append(
            ValueSpread(
                value: ValueID(valueCount), origin: NodeID(0), acceptedAt: .zero,
                holders: NodeSet(holders.map(NodeID.init))))
        snapshot.valueCount += 1
        return snapshot
    }

    /// The same cluster with one more message, which has come so many hundredths of its way.
    func sending(
        _ role: InFlightMessage.Role, from source: Int, to destination: Int, hundredths: Int,
        values: [Int] = [0], fate: InFlightMessage.Fate = .arrives
    ) -> ClusterSnapshot {
        let sentAt = now - .milliseconds(Int64(hundredths))
        var snapshot = self
        snapshot.messages.append(
            InFlightMessage(
                number: messages.count, source: NodeID(source), destination: NodeID(destination),
                message: GossipMessage(
                    kind: role == .repair ? .repair : .dissemination,
                    payload: .batch(values.map(ValueID.init))),
                role: role, sentAt: sentAt, arrivesAt: sentAt + .milliseconds(100), fate: fate))
        return snapshot
    }

    /// The picture of the cluster, `columns` by `rows` cells.
    func picture(
        _ columns: Int, _ rows: Int, _ glyphs: GlyphSet = .ascii, selecting node: Int = 0
    ) -> Canvas {
        let pane = ClusterPane(snapshot: self, glyphs: glyphs, selectedNode: NodeID(node))
        var canvas = Canvas(columns: columns, rows: rows)
        pane.draw(on: &canvas, in: canvas.bounds)
        return canvas
    }
}

extension BlockedLinks {
    /// In a cluster of two, the link from `source` blocked, the way back open.
    static func oneWay(from source: Int) -> BlockedLinks {
        let both = NodeSet([NodeID(0), NodeID(1)])
        return .allBut((0..<2).map { $0 == source ? both : NodeSet([NodeID($0)]) })
    }
}

extension Canvas {
    /// The words of letters and digits on the canvas, row by row, but for the note that not all
    /// links are drawn.
    var words: [String] {
        let note = ["selected", "node", "s", "links", "only"]
        return text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }.map(String.init)
            .filter { !note.contains($0) }
    }

    /// The places whose cell has one of these styles.
    func cells(styled styles: Style...) -> [Point] {
        (0..<rows).flatMap { row in
            (0..<columns).filter { styles.contains(self[$0, row].style) }
                .map { Point(column: $0, row: row) }
        }
    }
}
