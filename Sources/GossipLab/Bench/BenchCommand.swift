import ArgumentParser
import Records
import ScenarioOptions

/// `gossip-lab bench`: how fast the engine is on this machine, and whether it still counts exactly.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench",
        abstract: "Measure how fast the engine is on this machine.",
        usage: "gossip-lab bench <options>",
        discussion: """
            Floods grids, one new value every 10 ms, in an ideal network with a latency of 100 ms, \
            everything measured; building the cluster is not timed. Then comes the preset \
            maelstrom-grid, from its cluster to its report. Each is run three times, and the \
            median counts. Exit status: 0 when every count is as theory says, 1 when one is not, \
            2 when the options are wrong.
            """)

    /// How often each measurement is made.
    static let roundCount = 3

    /// Grids and how many values flood them: about three million deliveries each.
    static let usualFloods = [
        (nodeCount: 25, valueCount: 50_000),
        (nodeCount: 1_000, valueCount: 1_000),
        (nodeCount: 100_000, valueCount: 10),
    ]
    static let largeFlood = (nodeCount: 1_000_000, valueCount: 1)

    /// How the report is written.
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text
        case json
    }

    @Option(help: "How to report: for people, or as one JSON object.")
    var format = Format.text

    @Flag(help: "Flood a million nodes as well.")
    var large = false

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Only flood one grid of so many nodes, once; 2 to 1000000.", valueName: "n"),
        transform: { try OptionText.wholeNumber($0, in: 2...1_000_000) })
    var nodeCount: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "How many values flood that one grid; 1 to 1000000. (default: 1)", valueName: "n"),
        transform: { try OptionText.wholeNumber($0, in: 1...1_000_000) })
    var valueCount: Int?

    func validate() throws {
        if valueCount != nil && nodeCount == nil {
            throw ValidationError("--value-count is for one grid: give its --node-count too")
        }
        if large && nodeCount != nil {
            throw ValidationError("--large adds to the usual grids: leave out --node-count")
        }
    }

    func run() throws {
        let report = measured()
        switch format {
        case .text: print(report.text)
        case .json: print(report.json.prettyDescription)
        }
        if !report.isExact { throw ExitCode.invalidRun }
    }

    private func measured() -> Report {
        if let nodeCount {
            let flood = Flood(nodeCount: nodeCount, valueCount: valueCount ?? 1)
            return Report(floods: [flood], preset: nil)
        }
        let floods = Self.usualFloods + (large ? [Self.largeFlood] : [])
        return Report(
            floods: floods.map { nodeCount, valueCount in
                Self.median(by: \.seconds) {
                    Flood(nodeCount: nodeCount, valueCount: valueCount)
                }
            },
            preset: Self.median(by: \.seconds) { PresetRun() })
    }

    /// The measurement with the median time of `roundCount`.
    private static func median<Measurement>(
        by seconds: (Measurement) -> Double, of measure: () -> Measurement
    ) -> Measurement {
        let measurements = (0..<roundCount).map { _ in measure() }
        return measurements.sorted { seconds($0) < seconds($1) }[roundCount / 2]
    }
}
