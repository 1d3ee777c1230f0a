import Engine

extension BenchCommand {
    /// The preset `maelstrom-grid`, timed from its cluster to its report.
    struct PresetRun {
        /// The preset's name.
        let name: String
        /// Messages between nodes per broadcast; nil without any.
        let messagesPerBroadcast: Double?
        /// Whether every value reached every node.
        let isValid: Bool
        /// Wall time, without starting the program.
        let seconds: Double

        init() {
            let preset = Preset.maelstromGrid
            let start = ContinuousClock.now
            let report = Experiment(preset.scenario).run()
            seconds = (ContinuousClock.now - start) / .seconds(1)
            name = preset.rawValue
            messagesPerBroadcast = report.traffic.messagesPerBroadcast
            isValid = report.isValid
        }

        /// Whether nothing was lost and each broadcast took the 56 messages of a grid of 25.
        var isExact: Bool { isValid && messagesPerBroadcast == 56 }
    }
}
