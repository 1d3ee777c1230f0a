import Engine
import Foundation
import Synchronization
import Testing

@testable import GossipLab
@testable import Records

@Suite struct RaceTests {
    private static let short = ["--time-limit", "1", "--node-count", "9"]

    private static func race(_ a: String, _ b: String, _ common: [String] = []) throws -> Race {
        try Race(arguments: [a, b] + short + common, seedCount: 4)
    }

    @Test func aScenarioIsTheSameByNameByOptionsAndFromAFile() throws {
        let byName = try Self.race("blog-heap", "grid")
        let byOptions = try Self.race("--preset blog-heap", "--topology 'grid'")
        #expect(byName.a.scenario == byOptions.a.scenario)
        #expect(byName.b.scenario == byOptions.b.scenario)
        var scenario = byName.a.scenario
        scenario.seed = 7
        let report = Experiment(scenario).run()
        let texts = [
            report.json.prettyDescription, report.json.description,
            TraceLines(scenario).start + "{\"at-us\":0}\nno JSON",
        ]
        for text in texts {
            let file = try TemporaryFile(text)
            defer { file.remove() }
            let fromFile = try Self.race(file.path, "grid")
            #expect(fromFile.a.scenario == byName.a.scenario)
            #expect(fromFile.run { _ in true }.heats == byName.run { _ in true }.heats)
        }
    }

    @Test func ofASessionOnlyTheScenarioRaces() throws {
        var scenario = Scenario()
        scenario.workload.timeLimit = nil
        var history = RunHistory(scenario)
        history.advance(to: .zero + .seconds(1))
        history.apply(.setTopology(.heap))
        let session = Session(
            scenario: scenario, entries: history.entries, end: history.end,
            digest: history.run.digest)
        let file = try TemporaryFile(session.json(with: history.run.report).prettyDescription)
        defer { file.remove() }
        let race = try Self.race(file.path, "tree4")
        #expect(race.a.scenario.topology == .grid)
        #expect(race.a.scenario.workload.timeLimit == .seconds(1))
        #expect(race.omission?.hasSuffix("without the command in '\(file.path)'") == true)
        #expect(try Self.race("grid", "heap").omission == nil)
        #expect {
            try Contenders([file.path, "heap"], of: "race")
        } throws: { error in
            "\(error)".contains("'--time-limit' none and 20")
                && "\(error)".contains("'--time-limit 20'")
        }
        #expect {
            try Contenders([file.path, file.path.appending(" ")], of: "race")
        } throws: { "\($0)".contains("is no contender") }
        let own = try TemporaryFile(
            session.json(with: history.run.report).prettyDescription.replacing("grid", with: "ring")
        )
        defer { own.remove() }
        #expect {
            try Contenders([file.path, own.path], of: "race")
        } throws: { "\($0)".contains("say for both how long") }
        let endless = try Contenders([file.path, own.path], of: "race", mayBeEndless: true)
        #expect(endless.scenarios.allSatisfy { $0.workload.timeLimit == nil })
    }

    @Test func aContendersOwnOptionsGoBeforeThoseForBothAndTheseBeforeThePreset() throws {
        let common = ["--preset", "maelstrom-grid", "--batch-interval", "70ms", "--loss", "0.5"]
        let race = try Self.race(
            "blog-heap-batched", "--batch-interval 20ms --no-send-empty-batches --loss=0.25",
            common)
        #expect(race.a.scenario.topology == .heap)
        #expect(
            race.a.scenario.broadcastProtocol.batching
                == .every(.milliseconds(70), sendsEmpty: true))
        #expect(race.a.scenario.network.loss == 0.5)
        #expect(race.b.scenario.topology == .grid)
        #expect(
            race.b.scenario.broadcastProtocol.batching
                == .every(.milliseconds(20), sendsEmpty: false))
        #expect(race.b.scenario.network.loss == 0.25)
    }

    @Test func faultsOfBothAndItsOwnAddUp() throws {
        let race = try Self.race(
            "grid", "--fault 'kill n3 at 500ms'", ["--fault", "cut n1|* at 200ms"])
        #expect(race.a.scenario.faults.map(\.description) == ["cut n1|* at 200ms"])
        #expect(race.b.scenario.faults.count == 2)
    }

    @Test func theRunsAreThoseOfEachScenarioAlone() throws {
        let race = try Self.race("grid", "heap", ["--loss", "0.02", "--seed", "9"])
        let report = race.run { _ in true }
        #expect(report.heats.map(\.seed) == [9, 10, 11, 12])
        #expect(!report.isPartial)
        for heat in report.heats {
            for side in RaceReport.Side.allCases {
                var scenario = report[side].scenario
                scenario.seed = heat.seed
                #expect(heat[side] == RunOutcome(Experiment(scenario).run()))
            }
        }
    }

    @Test func swappingTheTwoMirrorsTheFigures() throws {
        let there = try Self.race("grid", "heap").run { _ in true }
        let back = try Self.race("heap", "grid").run { _ in true }
        #expect(there.heats == back.heats.map { RaceReport.Heat(a: $0.b, b: $0.a) })
        #expect(there.winner == back.winner?.other)
        #expect(there.verdict == back.verdict)
    }

    @Test func anEndedRaceHasTheSeedsThatBothFinished() throws {
        let race = try Race(
            arguments: ["grid", "heap", "--time-limit", "1"], seedCount: 50)
        let report = race.run { progress in progress().finishedCount < 5 }
        #expect(report.isPartial && report.heats.count < 10)
        let whole = try Race(
            arguments: ["grid", "heap", "--time-limit", "1"], seedCount: 6
        ).run { _ in true }
        #expect(report.heats.allSatisfy { $0.seed >= 48 || whole.heats.contains($0) })
        #expect(report.text.contains("PARTIAL      ended after \(report.heats.count) of 50 seeds"))
        #expect(report.json.value(at: "partial") == true)
    }

    static let names: [([String], [String])] = [
        (["grid", "blog-heap"], ["grid", "blog-heap"]),
        (
            ["grid", "--topology tree4 --batch-interval 50ms"], ["grid", "tree4 50ms"]
        ),
        (["--loss 0.1", "--loss 0.2"], ["loss 0.1", "loss 0.2"]),
        (
            [
                "heap",
                "--dissemination infect-and-die --batch-interval 50ms --gossip-mode push-pull",
            ], ["heap", "B"]
        ),
    ]

    @Test(arguments: names)
    func aContenderIsCalledByItsNameOrByWhatTellsItFromTheOther(
        words: [String], names: [String]
    ) throws {
        let race = try Self.race(words[0], words[1])
        #expect([race.a.name, race.b.name] == names)
    }
}
