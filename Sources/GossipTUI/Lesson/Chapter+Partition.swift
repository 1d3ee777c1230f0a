import Engine

/// A cut, what it costs, and what mends it.
extension Chapter {
    private static let cutStart = TimeSpan.seconds(2)
    private static let cutEnd = TimeSpan.seconds(4)

    /// A flood over the grid, which is cut between its second row and its third for two seconds.
    private static func cutGrid(_ name: String, _ antiEntropy: AntiEntropy?) -> Scene {
        var scenario = Scene.scenario(
            .grid, for: .seconds(6), BroadcastProtocol(antiEntropy: antiEntropy))
        let upper = NodeGroup.nodes(NodeSet((0..<10).map(NodeID.init)))
        let lower = NodeGroup.nodes(NodeSet((10..<25).map(NodeID.init)))
        scenario.faults = [
            ScheduledFault(
                .cut(LinkGroup(from: upper, to: lower, isMutual: true)), from: cutStart,
                to: cutEnd)
        ]
        return Scene(name: name, scenario: scenario)
    }

    /// The values of a run that were accepted between these times.
    private static func values(
        of run: ClusterSnapshot, from start: TimeSpan, to end: TimeSpan
    ) -> [ValueSpread] {
        run.recentValues.filter {
            $0.acceptedAt >= .zero + start && $0.acceptedAt <= .zero + end
        }
    }

    static let partition = Chapter(
        name: "partition", title: "A cut, and what is lost",
        scenes: [cutGrid("no repair", nil)], companion: .values, detail: .log,
        watch:
            "From 2 s to 4 s nothing passes between the upper two rows and the lower three; watch"
            + " the columns of values that stop half full.",
        question:
            "At 4 s all links work again. What becomes of most values broadcast meanwhile?",
        choices: [
            "they arrive late on the other side", "they never reach the other side",
            "they vanish on both sides",
        ],
        speed: .real, revealTime: .seconds(8)
    ) { snapshots in
        let run = snapshots[0]
        let width = TimeSpan.milliseconds(800)
        let margin = TimeSpan.milliseconds(900)
        // Accepted with the cut standing until long after their floods had ended.
        let surely = values(of: run, from: cutStart, to: cutEnd - margin).count
        // Or under way when it came, or not ended when it went.
        let possibly = values(of: run, from: cutStart - width, to: cutEnd).count
        let missing = run.figures.incompleteCount
        let lacking = run.recentValues.filter { $0.holderCount < run.scenario.nodeCount }
        let fewest = lacking.map(\.holderCount).min() ?? 0
        let early = lacking.count { $0.acceptedAt < .zero + cutStart }
        return Finding(
            answer: missing == 0 ? 0 : fewest == 0 ? 2 : 1,
            claims: [
                Claim(
                    subject: "the number of values that some node lacks",
                    measured: Double(missing),
                    range: Double(max(1, surely))...Double(max(1, possibly))),
                Claim(
                    subject: "the number of nodes with the least known value",
                    measured: Double(fewest), range: 1...24),
            ],
            text: "\(missing) of \(run.valueCount) values are still missing somewhere, "
                + "\((run.now.sinceStart - cutEnd).inSeconds.figure) s after the cut; the least "
                + "known is at \(fewest) of \(run.scenario.nodeCount) nodes. Accepted before "
                + "the cut, and under way when it fell: \(early). A flood sends a value once: the "
                + "\(run.figures.traffic.cutCount) messages that met the cut are gone, their senders "
                + "do not know, and nobody sends them again.")
    }

    static let repair = Chapter(
        name: "repair", title: "Random gossip heals it",
        scenes: [cutGrid("repair", .push(every: .seconds(2), fanout: 2, relays: true))],
        companion: .values, detail: .log,
        watch: "The same cut, but every 2 s each node sends all that it holds to two random nodes;"
            + " watch the half full columns after 4 s.",
        question:
            "Nobody knows what was lost. Do the values of the cut come to the other side now?",
        choices: ["no, as before", "some of them", "all, within a few seconds"],
        speed: .real, revealTime: .seconds(8)
    ) { snapshots in
        let run = snapshots[0]
        let isolated = values(of: run, from: cutStart, to: cutEnd - .milliseconds(900))
        // None of these could be everywhere before the heal. Within an interval after it every node
        // has its turn, and a push takes a hop, the flood that it sets off at most 8.
        let least = isolated.first.map { (.zero + cutEnd - $0.acceptedAt).inMilliseconds }
        let most = (cutEnd - cutStart).inMilliseconds + 800 + 2_000 + 900
        let missing = run.figures.incompleteCount
        let messages = run.figures.traffic
        let answer = missing == 0 ? 2 : missing < isolated.count ? 1 : 0
        return Finding(
            answer: answer,
            claims: [
                Claim(
                    subject: "the number of values that some node lacks",
                    measured: Double(missing), range: 0...0),
                Claim(
                    subject: "the longest latency", measured: run.longestMilliseconds,
                    range: min(least ?? 0, most)...most, unit: "ms"),
            ],
            text: "All \(run.valueCount) values are everywhere, though \(messages.cutCount) "
                + "messages met the cut. The slowest took "
                + "\((run.longestMilliseconds ?? 0).figure) ms: it had to wait for the end of the "
                + "cut, and then for some node's turn. Nobody looks for what is missing; nodes just "
                + "go on sending all they hold to random others, who pass on what is new to them.")
    }
}
