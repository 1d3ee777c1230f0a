import ArgumentParser
import Engine
import Records
import ScenarioOptions

extension DashboardState {
    /// Races the present scenario against the one that `words` make of it, from the start.
    ///
    /// Throws a `ValidationError` where that is no race.
    mutating func startRace(against words: [String]) throws -> DashboardEffect? {
        let present = snapshot.scenario
        let isTopology = words.count == 1 && Topology(rawValue: words[0]) != nil
        let isPreset = words.count == 1 && Preset(rawValue: words[0]) != nil
        let kind = CommandVocabulary.word(words[0])?.kind
        guard isTopology || isPreset || kind == .option || kind == .flag
        else { throw Self.noRival(words) }
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

    private static func noRival(_ words: [String]) -> ValidationError {
        let isNamed = { (word: String) in
            Topology(rawValue: word) != nil || Preset(rawValue: word) != nil
        }
        guard words.count == 2, words.allSatisfy(isNamed) else {
            return ValidationError(
                "'\(words[0])' is no rival: name a topology, a preset, or options such as "
                    + "topology tree4 batch-interval 50ms")
        }
        return ValidationError(
            "one rival races against the present cluster: 'race \(words[0])' or 'race \(words[1])'; "
                + "for both, leave and say 'gossip-tui race \(words.joined(separator: " "))'")
    }
}
