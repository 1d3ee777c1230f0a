import Engine

/// The two ends: nobody passes anything on, and everybody tells everybody.
extension Chapter {
    static let noRelaying = Chapter(
        name: "no-relaying", title: "Nobody passes anything on",
        scenes: [
            Scene(
                name: "no relaying",
                scenario: Scene.scenario(
                    .grid, for: .seconds(4), BroadcastProtocol(dissemination: .none)))
        ], companion: .values,
        watch:
            "Clients hand values to single nodes; watch how much of each column of values fills.",
        question: "How many of the 25 nodes end up with a value that a client gave to one of them?",
        choices: ["only that one", "that one and its neighbours, 3 to 5", "all 25"],
        speed: .real, revealTime: .seconds(5)
    ) { snapshots in
        let run = snapshots[0]
        let holders = run.recentValues.map(\.holderCount).max()
        let answer = holders.flatMap { [1...1, 2...5, 25...25].place(of: $0) }
        let sent = Double(run.figures.traffic.serverSendCount)
        return Finding(
            answer: answer,
            claims: [
                Claim(
                    subject: "the number of nodes that hold the widest spread value",
                    measured: holders.map(Double.init), range: 1...1),
                Claim(
                    subject: "the number of messages between nodes", measured: sent, range: 0...0),
            ],
            text: "Of \(run.valueCount) values none is at more than \(holders ?? 0) node, after "
                + "\(sent.figure) messages between nodes. A read shows only what the node "
                + "asked holds itself. So a node must send on what it accepts; all that "
                + "follows is about to whom, and when.")
    }

    static let everyoneToEveryone = Chapter(
        name: "total", title: "Everyone to everyone",
        scenes: [.flood(.total, for: .milliseconds(1_500))], companion: .traffic, detail: .load,
        watch:
            "Each node sends a value that is new to it to all others except the one it came from;"
            + " watch the messages per broadcast, and what share of them was useful.",
        question: "24 nodes have to learn each value. How many messages does that take here?",
        choices: ["24", "about 50, two per node", "more than 500"],
        speed: .opening, revealTime: .milliseconds(2_500)
    ) { snapshots in
        let run = snapshots[0]
        let messages = run.figures.traffic.messagesPerBroadcast ?? 0
        let useful = (run.figures.traffic.usefulShare ?? 0) * 100
        let others = run.scenario.nodeCount - 1
        return Finding(
            answer: [24...24.5, 24.5...75, 500...Double.infinity].place(of: messages),
            claims: [run.messagesClaim] + run.distanceClaims,
            text: "\(messages.figure) messages per value: the first node tells \(others), and each "
                + "of these tells \(others - 1) that know already. The longest latency is "
                + "\((run.longestMilliseconds ?? 0).figure) ms, a single message's time, which "
                + "nothing can beat; but only \(useful.withOneDecimal) % of the copies were new "
                + "to the node that got them.")
    }
}
