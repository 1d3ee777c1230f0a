import Engine
import Records
import Testing

@testable import ScenarioOptions

@Suite struct ScenarioOptionsTests {
    @Test func withoutOptionsTheBaseIsTheScenario() throws {
        var base = Scenario()
        base.workload.timeLimit = nil
        base.workload.rate = 10
        let options = try ScenarioOptions.parse([])
        #expect(try options.scenario() == Scenario())
        #expect(try options.scenario(base: base) == base)
        #expect(!options.topologyWasGiven)
        #expect(!options.presetWasGiven && !options.seedWasGiven)
    }

    @Test func everyOptionEndsUpInTheScenario() throws {
        let options = try ScenarioOptions.parse(
            """
            --node-count 9 --topology tree3 --rate 2.5 --time-limit 0.25 --latency 7 \
            --latency-dist uniform --loss 0.125 --nemesis clog,partition,kill --nemesis-interval 3 \
            --seed 18446744073709551615 --dissemination flood --batch-interval 1.5ms \
            --send-empty-batches --gossip-mode push --gossip-interval 2s --gossip-fanout 8 \
            --no-gossip-relay --network ideal --recovery 750us
            """.split(separator: " ").map(String.init))
        var expected = Scenario()
        expected.nodeCount = 9
        expected.topology = .tree3
        expected.workload.rate = 2.5
        expected.workload.timeLimit = .milliseconds(250)
        expected.network.latency = LatencyModel(meanMilliseconds: 7, distribution: .uniform)
        expected.network.loss = 0.125
        expected.network.delivery = .ideal
        expected.nemesis.families = [.partition, .kill, .clog]
        expected.nemesis.interval = .seconds(3)
        expected.seed = .max
        expected.broadcastProtocol.batching = .every(.microseconds(1_500), sendsEmpty: true)
        expected.broadcastProtocol.antiEntropy =
            .push(every: .seconds(2), fanout: 8, relays: false)
        expected.recovery = .microseconds(750)
        #expect(try options.scenario() == expected)
        #expect(options.topologyWasGiven && options.seedWasGiven)
    }

    @Test(arguments: Preset.allCases)
    func aPresetReplacesTheBase(preset: Preset) throws {
        var base = Scenario()
        base.nodeCount = 3
        let options = try ScenarioOptions.parse(["--preset", preset.rawValue])
        #expect(try options.scenario(base: base) == preset.scenario)
        #expect(options.presetWasGiven)
    }

    @Test func optionsOverrideOnlyTheirPartOfAPreset() throws {
        let options = try ScenarioOptions.parse(
            ["--preset", "blog-heap-batched", "--no-send-empty-batches", "--gossip-interval", "1s"])
        var expected = Preset.blogHeapBatched.scenario
        expected.broadcastProtocol.batching = .every(.milliseconds(50), sendsEmpty: false)
        expected.broadcastProtocol.antiEntropy = .push(every: .seconds(1), fanout: 5, relays: true)
        #expect(try options.scenario() == expected)
    }

    @Test func aPresetsBatchesAndGossipAndFaultsCanBeSwitchedOff() throws {
        let eager = try ScenarioOptions.parse(
            ["--preset", "blog-heap-batched", "--batch-interval", "0ms", "--gossip-mode", "none"])
        #expect(try eager.scenario().broadcastProtocol == BroadcastProtocol())
        let calm = try ScenarioOptions.parse(
            ["--preset", "blog-fault-tolerant", "--nemesis", "none"])
        #expect(try calm.scenario().nemesis.families.isEmpty)
    }

    @Test func maelstromsTreeIsTheBinaryOne() throws {
        let options = try ScenarioOptions.parse(["--topology", "tree"])
        #expect(try options.scenario().topology == .tree2)
    }

    @Test func aFanoutNobodyAskedForShrinksWithTheCluster() throws {
        let options = try ScenarioOptions.parse(["--node-count", "3", "--gossip-mode", "push"])
        #expect(
            try options.scenario().broadcastProtocol.antiEntropy
                == .push(every: .seconds(5), fanout: 2, relays: true))
    }

    @Test func eachWayToSpreadValuesHasItsOptions() throws {
        func spreading(_ line: String) throws -> BroadcastProtocol {
            try ScenarioOptions.parse(line.split(separator: " ").map(String.init)).scenario()
                .broadcastProtocol
        }
        #expect(try spreading("--dissemination none").dissemination == .none)
        #expect(
            try spreading("--dissemination infect-and-die --dissemination-fanout 24").dissemination
                == .infectAndDie(fanout: 24))
        #expect(
            try spreading("--dissemination infect-and-die --node-count 4").dissemination
                == .infectAndDie(fanout: 3))
        for mode in AntiEntropy.Mode.allCases {
            for clock in AntiEntropy.Clock.allCases {
                var expected = AntiEntropy(mode, every: .milliseconds(20), fanout: 1)
                expected.clock = clock
                let line =
                    "--gossip-mode \(mode.rawValue) --gossip-clock \(clock.rawValue) "
                    + "--gossip-interval 20ms --gossip-fanout 1"
                #expect(try spreading(line).antiEntropy == expected)
            }
        }
    }

    @Test func anotherModeOrDisseminationKeepsTheRestOfAPreset() throws {
        let pull = try ScenarioOptions.parse(
            ["--preset", "blog-heap", "--gossip-mode", "pull", "--gossip-clock", "poisson"])
        var expected = AntiEntropy(.pull, every: .seconds(5), fanout: 5)
        expected.clock = .poisson
        #expect(try pull.scenario().broadcastProtocol.antiEntropy == expected)
        let silent = try ScenarioOptions.parse(
            ["--preset", "blog-heap-batched", "--dissemination", "none"])
        #expect(
            try silent.scenario().broadcastProtocol
                == BroadcastProtocol(
                    dissemination: .none,
                    antiEntropy: .push(every: .seconds(5), fanout: 5, relays: true)))
    }

    @Test func theHelpNamesEveryPresetAndTopologyAndTheDefaultsThatAllProgramsShare() {
        let help = ScenarioOptions.helpMessage(columns: 1_000)
        let differing = ["topology", "rate", "time-limit", "gossip-mode", "seed"]
        for (name, value) in Scenario().options
        where value != .absent && !differing.contains(name) {
            let standard =
                switch value {
                case .text(let text): text
                case .duration(let duration): OptionValue.text(of: duration)
                case .integer(let integer): "\(integer)"
                case .number(let number): "\(Int(number))"
                case .flag(let isSet): isSet ? "do" : "not"
                case .texts(let texts): texts.first ?? "none"
                case .absent: "none"
                }
            #expect(Self.default(of: name, in: help) == standard, "of --\(name)")
        }
        for preset in Preset.allCases { #expect(help.contains("\(preset.rawValue): ")) }
        for topology in Topology.allCases { #expect(help.contains(topology.rawValue)) }
    }

    @Test func theHelpFitsAScreenOf80Columns() {
        for line in ScenarioOptions.helpMessage(columns: 80).split(separator: "\n") {
            #expect(line.count <= 80, "\(line)")
        }
    }

    /// What the help gives as the default of the option called `name`.
    private static func `default`(of name: String, in help: String) -> String? {
        let words = help.split { $0 == " " || $0 == "\n" || $0 == "/" }
        guard let option = words.firstIndex(of: "--\(name)"),
            let label = words[option...].firstIndex(of: "(default:")
        else { return nil }
        return String(words[label + 1].dropLast())
    }
}
