import Engine

/// Who starts the repair: whoever has it, or whoever lacks it.
extension Chapter {
    private static let heal = TimeSpan.seconds(4)
    private static let interval = TimeSpan.seconds(1)

    /// Node n24 is cut off for three seconds, while n0 gets a value every 200 ms; no other client
    /// asks for anything.
    private static func isolation(_ mode: AntiEntropy.Mode) -> Scene {
        let antiEntropy = AntiEntropy(mode, every: interval, fanout: 1)
        var scenario = Scene.scenario(
            .grid, rate: 0, for: .seconds(10), BroadcastProtocol(antiEntropy: antiEntropy))
        // Luck in which push needs longer than an interval, as in every third run or so; in others
        // somebody's push comes before n24's own turn, in both clusters alike.
        scenario.seed = 39
        let alone = NodeGroup.nodes(NodeSet([NodeID(24)]))
        scenario.faults = [
            ScheduledFault(
                .cut(LinkGroup(from: alone, to: .everyone, isMutual: true)),
                from: .seconds(1), to: heal)
        ]
        let cues = (0..<10).map {
            Cue.broadcast(at: NodeID(0), after: .milliseconds(1_000 + 200 * $0))
        }
        return Scene(name: mode.rawValue, scenario: scenario, cues: cues)
    }

    /// Milliseconds from the heal until the values of a run were everywhere, zero or more; nil
    /// while one is not.
    private static func repairMilliseconds(_ run: ClusterSnapshot) -> Double? {
        guard run.figures.incompleteCount == 0, let first = run.recentValues.first,
            let longest = run.figures.propagation.maximum
        else { return nil }
        // All come together, so the oldest one was the longest under way.
        return max(0, (first.acceptedAt + longest - (.zero + heal)).inMilliseconds)
    }

    static let pushPull = Chapter(
        name: "push-pull", title: "Push against push-pull after a heal",
        scenes: [isolation(.push), isolation(.pushPull)],
        watch: "Until 4 s node n24 is cut off, and misses ten values; watch in which cluster"
            + " its disc fills first after that.",
        question: "Once a second each node calls one random node. With push it only gives, with "
            + "push-pull it gives and gets. Which cluster has repaired n24 first?",
        choices: ["push", "push-pull", "both at the same moment"],
        speed: .real, revealTime: .seconds(10)
    ) { snapshots in
        let (push, both) = (
            repairMilliseconds(snapshots[0]), repairMilliseconds(snapshots[1])
        )
        let span = (snapshots[0].now.sinceStart - heal).inMilliseconds
        let bound = interval.inMilliseconds + 200
        let answer: Int? = both.map { pull in
            guard let push else { return 1 }
            return abs(push - pull) < 1 ? 2 : push < pull ? 0 : 1
        }
        // Each of the others has one turn in an interval, and draws one of n - 1 nodes.
        let others = snapshots[0].scenario.nodeCount - 1
        let missed = (0..<others).reduce(100.0) { chance, _ in
            chance * Double(others - 1) / Double(others)
        }
        let pushed =
            push.map { "push took \($0.figure) ms" }
            ?? "push has not done it after \(span.figure) ms"
        return Finding(
            answer: answer,
            claims: [
                Claim(
                    subject: "the time that push-pull took", measured: both, range: 0...bound,
                    unit: "ms"),
                Claim(
                    subject: "the time that push took", measured: push ?? span,
                    range: (both ?? 0)...max(span, both ?? 0),
                    unit: "ms"),
            ],
            text:
                "After the heal \(pushed), push-pull \((both ?? 0).figure) ms. With push n24 waits "
                + "until somebody happens to choose it, and in a second all \(others) others miss "
                + "it with a chance of \(missed.figure) %. With push-pull its own next turn is "
                + "enough: \(bound.figure) ms at most, for an interval, the question and the "
                + "answer. The calls are the same in both, so push cannot be first.")
    }
}
