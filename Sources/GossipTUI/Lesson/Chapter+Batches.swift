import Engine

/// Many values in one message, and messages with none.
extension Chapter {
    private static func batched(_ name: String, sendsEmpty: Bool) -> Scene {
        let batching = Batching.every(.milliseconds(50), sendsEmpty: sendsEmpty)
        return Scene(
            name: name,
            scenario: Scene.scenario(
                .heap, rate: 100, for: .seconds(4), BroadcastProtocol(batching: batching)))
    }

    static let batches = Chapter(
        name: "batches", title: "Batches, and the price of empty ones",
        scenes: [
            batched("empty ones too", sendsEmpty: true),
            batched("none when empty", sendsEmpty: false),
        ],
        watch:
            "Every 50 ms a node sends each neighbour all that is new, in one message, and in one of"
            + " the clusters even if nothing is; watch the messages per second when the clients stop"
            + " at 4 s.",
        question:
            "When the clients have stopped, what do batches cost the cluster that sends empty "
            + "ones too?",
        choices: ["nothing", "about half of what they cost before", "as much as before"],
        speed: .real, revealTime: .seconds(8)
    ) { snapshots in
        let (run, thrifty) = (snapshots[0], snapshots[1])
        let rates = run.figures.sentPerQuarterSecond
        let last = rates.last.map { Double($0) * 4 }
        let busy = Double(rates.dropFirst(4).prefix(8).reduce(0, +)) / 2
        let share = busy > 0 ? (last ?? 0) / busy : 0
        let links = Double(run.neighbors.reduce(0) { $0 + $1.count })
        let full = links / 0.05
        // One tick of each node more or fewer may fall into a quarter of a second.
        let range = (full - 4 * links)...(full + 4 * links)
        let silent = thrifty.figures.sentPerQuarterSecond.last.map { Double($0) * 4 }
        // Five hops at most, each of which waits for a tick; four from the best placed nodes.
        let (shortest, longest) = (4 * 100.0, 5 * 150.0)
        let atOnce =
            run.floodMessages.upperBound * Double(run.figures.traffic.broadcastCount)
            / Double(max(1, run.figures.traffic.operationCount))
        return Finding(
            answer: [0...0.1, 0.3...0.7, 0.8...1.2].place(of: share),
            claims: [
                Claim(subject: "the number of messages per second", measured: last, range: range),
                Claim(
                    subject: "the number of messages per second without empty ones",
                    measured: silent, range: 0...0),
                Claim(
                    subject: "the longest latency", measured: run.longestMilliseconds,
                    range: shortest...longest, unit: "ms"),
                Claim(
                    subject: "the longest latency without empty batches",
                    measured: thrifty.longestMilliseconds, range: shortest...longest, unit: "ms"),
            ],
            text: "\((last ?? 0).figure) messages a second with no client at work, \(busy.figure) "
                + "before: an empty batch is a message too. So far that makes "
                + "\((run.figures.traffic.messagesPerOperation ?? 0).withOneDecimal) per operation, "
                + "against \((thrifty.figures.traffic.messagesPerOperation ?? 0).withOneDecimal) "
                + "without empty ones, and up to \(atOnce.withOneDecimal) if values went at once. In "
                + "return a value waits up to 50 ms at each hop: the slowest took "
                + "\((run.longestMilliseconds ?? 0).figure) ms.")
    }

    static let limit = Chapter(
        name: "limit", title: "How far from the limit?",
        scenes: [
            Scene(
                name: "heap, batches",
                scenario: Scene.scenario(
                    .heap, rate: 100, for: .seconds(6),
                    BroadcastProtocol(batching: .every(.milliseconds(50), sendsEmpty: false))))
        ], companion: .details, detail: .tradeOff,
        watch: "This run is a point between latency and messages; watch how far it stays from the"
            + " reference curve, a model of what one node that collects for all could do.",
        question: "The reference allows each value the time that the slowest took here. How many "
            + "messages per operation does it need?",
        choices: [
            "about as many as the heap", "a half to a fifth of them",
            "less than a fifth of them",
        ],
        speed: .real, revealTime: .seconds(7)
    ) { snapshots in
        let run = snapshots[0]
        let messages = run.figures.traffic.messagesPerOperation ?? 0
        let longest = run.figures.propagation.maximum ?? .zero
        let stable = run.figures.stable.maximum ?? .zero
        let reference = ReferenceCurve.messagesPerOperation(within: longest)
        let cheapest = ReferenceCurve.messagesPerOperation(within: .milliseconds(750)) ?? 0
        let dearest = ReferenceCurve.messagesPerOperation(within: .milliseconds(400)) ?? cheapest
        let ratio = reference.map { messages / $0 }
        // Each of the 24 other nodes gets a message at least; at most every tick sends one along
        // each of 50 links, 20 times a second for 6.8 s.
        let operations = Double(max(1, run.figures.traffic.operationCount))
        let most = 50 * 20 * 6.8 / operations
        return Finding(
            answer: ratio.flatMap { [0.8...1.5, 1.5...5, 5...1_000].place(of: $0) },
            claims: [
                Claim(
                    subject: "the longest latency", measured: run.longestMilliseconds,
                    range: 400...750, unit: "ms"),
                Claim(
                    subject: "the longest stable latency", measured: stable.inMilliseconds,
                    range: 300...750, unit: "ms"),
                Claim(
                    subject: "the number of messages per operation", measured: messages,
                    range: 24 / operations...most),
                Claim(
                    subject: "the reference's number of messages", measured: reference,
                    range: cheapest...dearest),
            ],
            text: "Within \(longest.inMilliseconds.figure) ms the reference needs "
                + "\((reference ?? 0).withTwoDecimals) messages per operation, this run "
                + "\(messages.withTwoDecimals): \((ratio ?? 0).withOneDecimal) times as many. (The point "
                + "stands at \(stable.inMilliseconds.figure) ms, which Maelstrom would measure.) A hub "
                + "collects from all, waits, and sends each node one message with everything. The "
                + "reference is a model, not a bound; and when its hub fails, nothing spreads.")
    }
}
