import Engine

/// Two clusters side by side.
extension DashboardState {
    /// Asks whom to race, or ends the race.
    mutating func toggleRace() -> DashboardEffect? {
        // A chapter with two clusters is one with its rival, or none.
        if lesson != nil { return leaveLesson() }
        if race != nil { return endRace() }
        mode = .commandLine
        commandLine.begin(with: "race ")
        return nil
    }

    mutating func endRace() -> DashboardEffect? {
        notice = "on with \(race?.names[0] ?? "the first") alone"
        race = nil
        return .endRace
    }

    /// Starts a race from its start.
    mutating func start(race scenarios: [Scenario], names: [String]) -> DashboardEffect? {
        startOver(nodeCount: scenarios[0].nodeCount)
        mode = .watching
        var rival = snapshot
        rival.scenario = scenarios[1]
        race = Rivalry(names: names, rival: rival)
        notice =
            "\(names[0]) against \(names[1]), same seed and operations; "
            + "\(keys.label(for: .race)) ends it"
        return .race(scenarios[0], scenarios[1])
    }

    /// Why a race does not allow `command`, for it would make the clusters alike; nil if it does.
    func objection(to command: ClusterCommand) -> String? {
        guard race != nil else { return nil }
        switch command {
        case .setTopology, .setProtocol:
            return "in a race each cluster keeps its topology and protocol; "
                + "\(keys.label(for: .race)) ends it"
        case .broadcast, .setNetwork, .setRate, .setNemesis, .partition, .strike, .heal, .healLinks,
            .restart, .resume:
            return nil
        }
    }

    /// Two names for scenarios: the given ones, or what only they have, or else where they stand.
    static func raceNames(of scenarios: [Scenario], given: [String?]) -> [String] {
        let parts = scenarios.map { ScenarioLine(scenario: $0).briefParts }
        let names = scenarios.indices.map { index in
            given[index]
                ?? parts[index].filter { !parts[1 - index].contains($0) }.joined(separator: " ")
        }
        let short = names.map { $0.shortened(to: 32) }
        return short[0] != short[1] && !short.contains("") ? short : ["left", "right"]
    }
}
