import Engine

/// Few links make long ways.
extension Chapter {
    static let grid = Chapter(
        name: "grid", title: "The grid and its long way",
        scenes: [.flood(.grid, for: .milliseconds(1_500))], companion: .details, detail: .value,
        watch: "At 0.1 s a value starts at n0, in a corner: watch it cross the grid in a slanting"
            + " front, one hop every 100 ms.",
        question: "With four neighbours at most, how long does the slowest value take to be known "
            + "everywhere?",
        choices: [
            "100 ms, one hop", "400 ms, from the middle to a corner",
            "800 ms, from corner to corner", "2,400 ms, one node after another",
        ],
        speed: .opening, revealTime: .milliseconds(2_500)
    ) { snapshots in
        let run = snapshots[0]
        let side = Topology.gridSide(nodeCount: run.scenario.nodeCount)
        let diameter = 2 * (side - 1)
        let messages = run.figures.traffic.messagesPerBroadcast ?? 0
        var other = run.scenario
        other.topology = .total
        let total = Double(Prediction(other)?.messagesPerBroadcast ?? 0)
        return Finding(
            answer: run.longestHops.flatMap { [1, 4, diameter, 24].firstIndex(of: $0) },
            claims: [run.messagesClaim] + run.distanceClaims,
            text: "\((run.longestMilliseconds ?? 0).figure) ms, or \(run.longestHops ?? 0) hops. "
                + "From corner to corner of a square of n nodes it is 2*(sqrt(n) - 1) hops, here "
                + "\(diameter): the way grows as 2*sqrt(n). In return a value costs "
                + "\(messages.figure) messages in place of \(total.figure), for a node sends only "
                + "to its few neighbours.")
    }

    static let ring = Chapter(
        name: "ring", title: "The ring: fewer links still",
        scenes: [.flood(.ring, for: .milliseconds(1_000))], companion: .details, detail: .value,
        watch: "A value runs around the ring both ways until the two ends meet.",
        question:
            "A ring has 25 links, the grid 40. What does a value cost on the ring, and how long "
            + "does it take, compared with the grid?",
        choices: [
            "fewer messages and sooner", "fewer messages but later",
            "more messages but sooner",
        ],
        speed: .opening, revealTime: .milliseconds(2_500)
    ) { snapshots in
        let run = snapshots[0]
        var other = run.scenario
        other.topology = .grid
        let grid = Prediction(other)
        let gridMessages = Double(grid?.messagesPerBroadcast ?? 0)
        let gridMedian = grid?.quantile(0.5).inMilliseconds ?? 0
        let messages = run.figures.traffic.messagesPerBroadcast ?? 0
        let median = run.medianMilliseconds ?? 0
        let answer: Int? =
            switch (messages < gridMessages, median < gridMedian) {
            case (true, true): 0
            case (true, false): 1
            case (false, true): 2
            case (false, false): nil
            }
        return Finding(
            answer: answer, claims: [run.messagesClaim] + run.distanceClaims,
            text: "\(messages.figure) messages per value, where the grid's links need "
                + "\(gridMessages.figure). But half way around is \(run.longestHops ?? 0) hops: the "
                + "median is \(median.figure) ms, and distances on the grid give "
                + "\(gridMedian.figure) ms. Twice the nodes make the way on a ring "
                + "twice as long. Can few links make short ways as well?")
    }
}
