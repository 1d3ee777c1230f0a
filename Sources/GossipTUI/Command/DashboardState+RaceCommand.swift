import Engine
import ScenarioOptions

extension DashboardState {
    /// Races the present scenario against the one that `words` make of it, from the start.
    ///
    /// Throws a `ValidationError` where that is no race.
    mutating func startRace(against words: [String]) throws -> DashboardEffect? {
        let present = snapshot.scenario
        let isTopology = words.count == 1 && Topology(rawValue: words[0]) != nil
        let isPreset = words.count == 1 && Preset(rawValue: words[0]) != nil
        let options = (isTopology ? ["topology"] : isPreset ? ["preset"] : []) + words
        var rival = try TypedCommand.changed(present, by: options)
        rival.seed = present.seed
        // A preset brings its protocol and its network; what clients do stays the same.
        if isPreset { rival.workload = present.workload }
        let given =
            isTopology ? [present.topology.rawValue, words[0]] : [nil, isPreset ? words[0] : nil]
        try Contenders.checkFairness(
            of: [present, rival], called: ["this cluster", words.joined(separator: " ")])
        return start(
            race: [present, rival], names: Self.raceNames(of: [present, rival], given: given))
    }
}
