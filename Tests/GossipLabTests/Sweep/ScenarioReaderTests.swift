import Engine
import Maelstrom
import Records
import ScenarioOptions
import Testing

@testable import GossipLab

@Suite struct ScenarioReaderTests {
    @Test func aScenarioReadsTheSameWhateverWasReadBefore() throws {
        let runs = try SweepPlan.example(seedCount: 3).runs
        let fresh = ScenarioReader()
        let knowing = ScenarioReader(knowing: [runs[0], runs[3]])
        for run in runs + runs {
            #expect(try fresh.scenario(run.json) == run)
            #expect(try knowing.scenario(run.json) == run)
        }
    }

    @Test func whatIsNoScenarioIsRefusedThoughOneLikeItIsKnown() throws {
        let scenario = Scenario()
        let reader = ScenarioReader(knowing: [scenario])
        guard case .object(let object) = scenario.json else {
            Issue.record("a scenario is an object")
            return
        }
        let minusZero = try JSONValue(parsing: Array("-0".utf8)[...])
        for seed: JSONValue in ["42", nil, 1.5, -1, 1e3, minusZero] {
            var wrong = object
            wrong["seed"] = seed
            #expect(throws: (any Error).self) { try reader.scenario(.object(wrong)) }
        }
        var twice = object
        twice.append("seed", 7)
        #expect(throws: (any Error).self) { try reader.scenario(.object(twice)) }
        var without = object
        without["seed"] = .none
        #expect(throws: (any Error).self) { try reader.scenario(.object(without)) }
    }
}
