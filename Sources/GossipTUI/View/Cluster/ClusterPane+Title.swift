import Engine

/// What the pane shows, for its border.
extension ClusterPane {
    /// All of it: `cluster ── 25 nodes, 40 links, 2 parts: A 12, B 13, 1 down, loss 0.3 n0>n1`.
    var title: String { title(within: .max) }

    /// As much of it as fits into `columns`; what befalls the cluster goes before its size.
    func title(within columns: Int) -> String {
        let brief = impairments.map(\.brief)
        let choices = [
            [size] + partition + outages + impairments.map(\.full),
            [size] + partition + outages + brief,
            [size] + parts + outages + brief,
            [nodes] + parts + outages + brief,
            [nodes] + parts + outages + ["\(brief.count) more"],
        ].prefix(brief.isEmpty ? 4 : 5)
        let titles = choices.map {
            "cluster \(ClusterGlyphs(glyphs).rule) " + $0.joined(separator: ", ")
        }
        return titles.first { $0.columns <= columns } ?? titles[titles.count - 1]
    }

    var size: String {
        let isUndirected = snapshot.scenario.topology.isUndirected
        let arcs = snapshot.neighbors.reduce(0) { $0 + $1.count }
        let links = Self.count(isUndirected ? arcs / 2 : arcs, isUndirected ? "link" : "arc")
        return "\(nodes), \(links)"
    }

    private var nodes: String { Self.count(snapshot.neighbors.count, "node") }

    /// The sides of the partition and, of a few, their sizes, or that some links are cut; empty
    /// when there is none.
    var partition: [String] {
        let mostNamed = 4
        guard (2...mostNamed).contains(sideCount) else { return parts }
        let sizes = (0..<sideCount).map { side in
            "\(Self.sideName(side)) \(snapshot.sides.count { $0 == side })"
        }
        return ["\(sideCount) parts: " + sizes.joined(separator: ", ")]
    }

    /// How many sides there are, or that some links are cut; empty when the cluster is whole.
    private var parts: [String] {
        if sideCount > 1 { return ["\(sideCount) parts"] }
        return snapshot.blockedLinks.isEmpty ? [] : ["some cut"]
    }

    private var sideCount: Int { (snapshot.sides.max() ?? 0) + 1 }

    /// How many nodes are down and how many paused; empty when all run.
    var outages: [String] {
        [(NodeState.down, "down"), (.paused, "paused")].compactMap { state, word in
            let count = snapshot.nodeStates.count { $0 == state }
            return count > 0 ? "\(count) \(word)" : nil
        }
    }

    /// What befalls messages over some links, with the links and without.
    private var impairments: [(full: String, brief: String)] {
        snapshot.faults.compactMap { fault in
            switch fault {
            case .loss(_, let share): ("\(fault)", "loss \(share)")
            case .duplication(_, let share): ("\(fault)", "duplicate \(share)")
            case .clog(_, let delay): ("\(fault)", "clog \(delay)")
            case .partition, .cut, .kill, .pause: nil
            }
        }
    }
}
