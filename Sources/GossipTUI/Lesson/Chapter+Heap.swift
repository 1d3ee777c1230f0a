import Engine

/// Few links that lead far, and what is wrong with their name.
extension Chapter {
    static let heap = Chapter(
        name: "heap", title: "Two links that lead far",
        scenes: [.flood(.heap, for: .milliseconds(1_500))], companion: .details, detail: .value,
        watch: "Node i sends to the nodes (2i+1) mod 25 and (2i+2) mod 25, as in a binary heap:"
            + " watch how the number of nodes that learn a value grows with each hop.",
        question:
            "Two links out of each node, and 25 nodes. How many hops to the farthest node, at "
            + "most?",
        choices: ["5 or fewer", "8, as on the grid", "12, as on the ring"],
        speed: .opening, revealTime: .milliseconds(2_500)
    ) { snapshots in
        let run = snapshots[0]
        let messages = run.figures.traffic.messagesPerBroadcast ?? 0
        return Finding(
            answer: run.longestHops.flatMap { [1...5, 8...8, 12...12].place(of: $0) },
            claims: [run.messagesClaim] + run.distanceClaims,
            text: "No value took more than \(run.longestHops ?? 0) hops, "
                + "\((run.longestMilliseconds ?? 0).figure) ms. After h hops up to 2^(h+1) - 1 "
                + "nodes know it, so the way grows with the logarithm of n, not with its root. "
                + "A value costs \(messages.withOneDecimal) messages.")
    }

    static let noTree = Chapter(
        name: "no-tree", title: "Why that heap is no tree",
        scenes: [
            .flood(.heap, for: .milliseconds(1_500)), .flood(.tree2, for: .milliseconds(1_500)),
        ],
        watch:
            "The same rule with and without the modulus: beside the heap runs a real binary tree;"
            + " watch the messages per broadcast and the share that is useful.",
        question: "A tree of 25 nodes needs 24 messages per value. How many does the heap with its "
            + "modulus need?",
        choices: ["24 as well", "about twice as many", "about 24 times as many"],
        speed: .opening, revealTime: .milliseconds(2_500)
    ) { snapshots in
        let (heap, tree) = (snapshots[0], snapshots[1])
        let messages = heap.figures.traffic.messagesPerBroadcast ?? 0
        let fewest = tree.figures.traffic.messagesPerBroadcast ?? 0
        let arcs = heap.neighbors.reduce(0) { $0 + $1.count }
        let loops = heap.neighbors.enumerated().filter { $1.contains(NodeID($0)) }
            .map { "n\($0.offset)" }.joined(separator: " and ")
        let degrees = heap.neighbors.indices.map { node in
            heap.neighbors.count { $0.contains(NodeID(node)) }
        }
        let (least, most) = (degrees.min() ?? 0, degrees.max() ?? 0)
        let incoming = least == most ? "\(most)" : "\(least) to \(most)"
        let useful = (heap.figures.traffic.usefulShare ?? 0) * 100
        let ratio = fewest > 0 ? messages / fewest : 0
        return Finding(
            answer: [0.99...1.1, 1.5...2.5, 20...28].place(of: ratio),
            claims: [
                heap.messagesClaim, tree.messagesClaim,
                Claim(
                    subject: "the useful share of the copies in the tree",
                    measured: tree.figures.traffic.usefulShare.map { $0 * 100 }, range: 100...100,
                    unit: "%"),
            ] + heap.distanceClaims
                + tree.distanceClaims,
            text:
                "\(messages.withOneDecimal) messages against \(fewest.withOneDecimal). The modulus bends "
                + "the leaves' links back to the root and to nodes that have a parent: \(arcs) "
                + "one-way links, \(incoming) into each node, and \(loops) even send to "
                + "themselves. So only \(useful.withOneDecimal) % of the copies are new to their "
                + "receiver, where in a tree all are. In return no value took more than "
                + "\(heap.longestHops ?? 0) hops, against \(tree.longestHops ?? 0).")
    }
}
