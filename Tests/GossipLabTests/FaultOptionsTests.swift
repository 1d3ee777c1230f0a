import Engine
import Records
import Testing

@testable import ScenarioOptions

@Suite struct FaultOptionsTests {
    /// The faults of the scenario that `options` and several `--fault` describe, as text.
    private static func faults(
        _ texts: [String], _ options: String = "", base: Scenario = Scenario(),
        knowsNodeCount: Bool = true
    ) throws -> [String] {
        let arguments =
            options.split(separator: " ").map(String.init) + texts.flatMap { ["--fault", $0] }
        return try ScenarioOptions.parse(arguments)
            .scenario(base: base, knowsNodeCount: knowsNodeCount).faults.map(\.description)
    }

    @Test func faultsAreInTheOrderOfStart() throws {
        #expect(
            try Self.faults(["kill n1 at 9s", "cut n3|* at 2s for 4s", "pause n1 at 9s"])
                == ["cut n3|* at 2s for 4s", "kill n1 at 9s", "pause n1 at 9s"])
    }

    /// Texts, and the faults that they make together.
    static let schedules: [([String], [String])] = [
        (["cut n3|* at 2s", "heal n3|* at 6s"], ["cut n3|* at 2s for 4s"]),
        (["heal *|n3 at 6s", "cut n3|* at 2s"], ["cut n3|* at 2s for 4s"]),
        (
            ["cut n3|* at 2s", "cut n4|* at 3s", "heal n3|* at 6s"],
            ["cut n3|* at 2s for 4s", "cut n4|* at 3s"]
        ),
        (
            ["cut n3|* at 1s", "loss 0.5 n3|* at 2s", "clog 1s n3>* at 3s", "heal n3|* at 6s"],
            ["cut n3|* at 1s for 5s", "loss 0.5 n3|* at 2s for 4s", "clog 1s n3>* at 3s"]
        ),
        (
            [
                "partition one at 1s", "duplicate 1 n0>n1 at 2s", "clog 1s *|* at 3s for 9s",
                "kill one at 3s", "heal at 6s",
            ],
            [
                "partition one at 1s for 5s", "duplicate 1.0 n0>n1 at 2s for 4s",
                "clog 1s *|* at 3s for 9s", "kill one at 3s",
            ]
        ),
        (
            ["cut n3|* at 2s", "heal at 6s", "cut n3|* at 6s", "heal n3|* at 7s"],
            ["cut n3|* at 2s for 4s", "cut n3|* at 6s for 1s"]
        ),
        (
            ["kill one at 2s", "kill n3 at 3s", "pause n3 at 4s", "restart n3 at 6s"],
            ["kill one at 2s", "kill n3 at 3s for 3s", "pause n3 at 4s"]
        ),
        (
            [
                "kill one at 2s", "kill one at 3s", "restart at 6s", "pause n3 at 4s",
                "resume at 5s",
            ],
            ["kill one at 2s for 4s", "kill one at 3s for 3s", "pause n3 at 4s for 1s"]
        ),
    ]

    @Test(arguments: schedules)
    func endsEndWhatIsOpenThen(texts: [String], faults: [String]) throws {
        #expect(try Self.faults(texts) == faults)
    }

    /// Other options, texts, and what the answer must say.
    static let wrong: [(String, [String], [String])] = [
        ("", ["cut n30|* at 2s"], ["'cut n30|* at 2s'", "n30", "'--node-count 25'", "n0 to n24"]),
        ("--node-count 3", ["loss 0.5 n0>n2-n4 at 2s"], ["n3", "'--node-count 3'", "n0 to n2"]),
        ("--node-count 1", ["kill n1 at 2s"], ["n1", "the only node is n0"]),
        ("--preset blog-fault-tolerant", ["pause n5 at 2s"], ["n5", "n0 to n4"]),
        ("", ["cut n3|n3 at 2s"], ["'cut n3|n3 at 2s'", "no link", "'n3|*'"]),
        ("--node-count 1", ["clog 1s *|* at 2s"], ["one node has none", "--node-count"]),
        ("--node-count 3", ["kill minority-third at 2s"], ["strikes nobody", "4 or more"]),
        ("--node-count 1", ["pause minority at 2s"], ["strikes nobody", "2 or more"]),
        ("--node-count 3", ["partition minority-third at 2s"], ["cuts nothing", "4 or more"]),
        ("--node-count 2", ["partition majorities-ring at 2s"], ["cuts nothing", "3 or more"]),
        ("--node-count 1", ["partition one at 2s"], ["cuts nothing", "2 or more"]),
        ("--node-count 5001", ["partition majorities-ring at 2s"], ["at most 5000"]),
        ("", ["cut n3|* at 20s"], ["begins", "stopped, at 20s", "begin before", "'--time-limit'"]),
        ("--time-limit 5", ["kill one at 4s for 2s"], ["ends", "at 5s", "leave out its end"]),
        ("", ["kill one at 4s", "restart at 21s"], ["'restart at 21s'", "leave it out"]),
        (
            "", ["heal n3|* at 6s"],
            ["'heal n3|* at 6s' ends nothing", "no cut, partition, loss", "at 6s", "leave it out"]
        ),
        ("", ["cut n3|* at 2s for 2s", "heal n3|* at 6s"], ["ends nothing", "without 'for'"]),
        ("", ["cut n3|* at 6s", "heal n3|* at 6s"], ["ends nothing", "no cut"]),
        ("", ["cut n3|* at 2s", "heal at 6s", "heal at 7s"], ["'heal at 7s' ends nothing"]),
        (
            "", ["cut n3|* at 2s", "partition one at 3s", "heal n4|* at 6s"],
            ["'heal n4|* at 6s' ends nothing", "by 'heal n3|* at 6s' or 'heal at 6s'"]
        ),
        ("", ["cut n3>* at 2s", "heal *>n3 at 6s"], ["ends nothing", "'heal n3>* at 6s'"]),
        ("", ["pause n3 at 2s", "restart n3 at 6s"], ["ends nothing", "no kill without an end"]),
        ("", ["kill n3 at 2s", "restart n4 at 6s"], ["ends nothing", "'restart n3 at 6s'"]),
        ("", ["kill one at 2s", "resume at 6s"], ["ends nothing", "no pause without an end"]),
        (
            "", ["cut n3|* at 2s for 4s", "cut *|n3 at 5s"],
            ["'cut *|n3 at 5s' begins while the same lasts, by --fault 'cut n3|* at 2s for 4s'"]
        ),
        ("", ["kill n3 at 2s", "kill n3 at 2s"], ["begins while the same lasts"]),
    ]

    @Test(arguments: wrong)
    func whatCannotHappenIsRefused(
        options: String, texts: [String], parts: [String]
    ) throws {
        let error = try #require(throws: (any Error).self) { try Self.faults(texts, options) }
        let message = ScenarioOptions.message(for: error)
        #expect(message.contains("--fault '"), "\(message)")
        for part in parts { #expect(message.contains(part), "\(message)") }
    }

    @Test func whatFollowsItsLikeOrHasRoomBesideItIsFine() throws {
        let fine: [(String, [String])] = [
            ("", ["cut n3|* at 2s for 4s", "cut n3|* at 6s"]),
            ("", ["cut n3>* at 2s", "cut *>n3 at 2s"]),
            ("", ["loss 0.5 *|* at 2s", "loss 0.4 *|* at 2s"]),
            ("", ["kill one at 2s", "kill one at 2s"]),
            ("", ["partition one at 2s", "partition one at 3s"]),
            ("", ["kill n3 at 2s", "pause n3 at 2s"]),
            ("--time-limit 5", ["kill one at 4.999s for 1ms"]),
            ("--node-count 4", ["kill minority-third at 2s", "partition minority-third at 2s"]),
            ("--node-count 2", ["cut n0>n1 at 2s", "partition majority at 2s"]),
            ("--node-count 1", ["kill one at 2s", "pause majority at 2s"]),
            ("--node-count 5000", ["partition majorities-ring at 2s"]),
        ]
        for (options, texts) in fine {
            #expect(try Self.faults(texts, options).count == texts.count)
        }
    }

    @Test func whereClientsNeverStopAFaultMayBeginAtAnyTime() throws {
        var endless = Scenario()
        endless.workload.timeLimit = nil
        #expect(try Self.faults(["kill n3 at 1000000s for 5s"], base: endless).count == 1)
    }

    @Test func aNodeUnderMaelstromTakesAnyClustersFaults() throws {
        let texts = ["cut n300|* at 90s", "kill minority-third at 2s"]
        #expect(try Self.faults(texts, "--node-count 3", knowsNodeCount: false).count == 2)
        #expect(throws: (any Error).self) { try Self.faults(["heal at 2s"], knowsNodeCount: false) }
    }

    @Test func faultsStandInTheOptionsAsAList() throws {
        let scenario = try ScenarioOptions.parse(
            ["--fault", "kill n1 at 3s", "--fault", "heal at 4s", "--fault", "cut n1|* at 2s"]
        ).scenario()
        let options = Dictionary(uniqueKeysWithValues: scenario.options.map { ($0.name, $0.value) })
        #expect(options["fault"] == .texts(["cut n1|* at 2s for 2s", "kill n1 at 3s"]))
        #expect(options["nemesis-interval"] == .absent)
        #expect(
            scenario.arguments
                == ["--fault", "cut n1|* at 2s for 2s", "--fault", "kill n1 at 3s", "--seed", "42"])
    }
}
