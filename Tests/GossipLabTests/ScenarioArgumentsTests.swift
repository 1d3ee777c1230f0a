import Engine
import Records
import Testing

@testable import ScenarioOptions

@Suite struct ScenarioArgumentsTests {
    @Test(arguments: UInt64(0)..<200)
    func aScenarioWrittenAsArgumentsReadsBackAsItself(seed: UInt64) throws {
        var random = RandomStream(seed: seed, purpose: .workload)
        let scenario = Self.scenario(from: &random)
        let options = try ScenarioOptions.parse(scenario.arguments)
        #expect(try options.scenario() == scenario, "\(scenario.arguments)")
    }

    @Test(arguments: UInt64(0)..<30)
    func optionsThatAreReadOneByOneAddUpToTheWholeCommandLine(seed: UInt64) throws {
        var random = RandomStream(seed: seed, purpose: .workload)
        let scenario = Self.scenario(from: &random)
        let arguments = scenario.arguments
        let starts = arguments.indices.filter { arguments[$0].hasPrefix("--") }
        let sum = try zip(starts, starts.dropFirst() + [arguments.count])
            .map { try ScenarioOptions.parse(Array(arguments[$0..<$1])) }
            .reduce(ScenarioOptions.parse([])) { $0.adding($1) }
        #expect(try sum.scenario() == scenario, "\(arguments)")
    }

    @Test func aPresetAndALatencyMapAddToOtherOptions() throws {
        let map = try LatencyMapReader.map(in: "a n0\nb n1\na a 1\nb b 2\na b 3", file: "two")
        var mapped = try ScenarioOptions.parse(["--node-count", "2"])
        mapped.latencyMap = map
        let preset = try ScenarioOptions.parse(["--preset", "blog-heap-batched"])
        for sum in [preset.adding(mapped), mapped.adding(preset)] {
            let scenario = try sum.scenario()
            #expect(scenario.topology == .heap)
            #expect(scenario.nodeCount == 2)
            #expect(scenario.network.latencyMap == map)
        }
    }

    @Test func theDefaultScenarioNeedsNoArgumentButItsSeed() {
        #expect(Scenario().arguments == ["--seed", "42"])
    }

    /// Any scenario that a command line can express.
    private static func scenario(from random: inout RandomStream) -> Scenario {
        var scenario = Scenario()
        scenario.nodeCount = 2 + random.integer(below: 100)
        scenario.topology = Topology.allCases[random.integer(below: Topology.allCases.count)]
        scenario.workload.rate = Double(random.integer(below: 100_000)) / 64
        if scenario.workload.rate < 0.001 { scenario.workload.rate = 0 }
        scenario.workload.timeLimit = span(upTo: 1_000_000_000, &random) + .milliseconds(1)
        let distributions = LatencyModel.Distribution.allCases
        scenario.network.latency = LatencyModel(
            meanMilliseconds: random.integer(below: 1_000),
            distribution: distributions[random.integer(below: distributions.count)])
        scenario.network.loss = Double(random.integer(below: 1_000_000)) / 1_000_000
        scenario.nemesis.families = Nemesis.Family.allCases.filter { _ in random.coin() }
        if !scenario.nemesis.families.isEmpty {
            scenario.nemesis.interval = span(upTo: 100_000_000, &random) + .milliseconds(1)
        }
        scenario.faults = RandomFaults.schedule(in: scenario, &random)
        scenario.broadcastProtocol = broadcastProtocol(nodeCount: scenario.nodeCount, &random)
        scenario.recovery = span(upTo: 100_000_000, &random)
        scenario.seed = random.next()
        return scenario
    }

    private static func broadcastProtocol(
        nodeCount: Int, _ random: inout RandomStream
    ) -> BroadcastProtocol {
        let disseminations: [Dissemination] = [
            .none, .flood, .infectAndDie(fanout: 1 + random.integer(below: nodeCount - 1)),
        ]
        var result = BroadcastProtocol(
            dissemination: disseminations[random.integer(below: disseminations.count)])
        if result.dissemination != .none && random.coin() {
            result.batching = .every(
                span(upTo: 1_000_000, &random) + .microseconds(1), sendsEmpty: random.coin())
        }
        if random.coin() {
            let modes = AntiEntropy.Mode.allCases
            var antiEntropy = AntiEntropy(
                modes[random.integer(below: modes.count)],
                every: span(upTo: 10_000_000, &random) + .milliseconds(1),
                fanout: 1 + random.integer(below: nodeCount - 1))
            let clocks = AntiEntropy.Clock.allCases
            antiEntropy.clock = clocks[random.integer(below: clocks.count)]
            antiEntropy.relays = random.coin()
            result.antiEntropy = antiEntropy
        }
        return result
    }

    private static func span(upTo microseconds: Int, _ random: inout RandomStream) -> TimeSpan {
        .microseconds(Int64(random.integer(below: microseconds)))
    }
}
