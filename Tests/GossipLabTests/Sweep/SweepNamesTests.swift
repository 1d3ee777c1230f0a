import Engine
import Testing

@testable import GossipLab

@Suite struct SweepNamesTests {
    private func report(_ arguments: String...) throws -> SweepReport {
        let plan = try SweepPlan(arguments: arguments, seedCount: 2)
        return SweepReport(
            of: plan.runs.reversed().map { scenario in
                (
                    scenario,
                    RunOutcome(seed: scenario.seed, digest: 1, isValid: true) { _ in 1 }
                )
            })
    }

    private func names(_ report: SweepReport) -> [String] {
        report.combinations.map(SweepNames(report).name)
    }

    @Test func combinationsAreSortedByTheirOptionsAndNumbersBySize() throws {
        let report = try report("--topology", "tree4,grid", "--batch-interval", "1s,0ms,50ms")
        #expect(
            names(report) == [
                "grid, 0ms", "grid, 50ms", "grid, 1s", "tree4, 0ms", "tree4, 50ms", "tree4, 1s",
            ])
        #expect(report.combinations.allSatisfy { $0.outcomes.map(\.seed) == [42, 43] })
    }

    @Test func aLineRunsAlongTheNumberWithTheMostValues() throws {
        let report = try report(
            "--topology", "grid,heap", "--latency", "50,100", "--batch-interval", "0ms,50ms,1s")
        let names = SweepNames(report)
        #expect(names.varied == ["topology", "latency", "batch-interval"])
        #expect(names.along == "batch-interval")
        #expect(names.seriesName(of: report.combinations[0]) == "grid, latency 50")
        #expect(names.placeOnLine(of: report.combinations[1]) == "50ms")
    }

    @Test func withoutNumbersThereIsNoLine() throws {
        let report = try report("--topology", "grid,heap")
        #expect(SweepNames(report).along == nil)
        #expect(SweepNames(report).placeOnLine(of: report.combinations[0]).isEmpty)
        #expect(names(report) == ["grid", "heap"])
    }

    @Test func bareNumbersSayWhatTheyAre() throws {
        let report = try report("--node-count", "9,100")
        #expect(names(report) == ["node-count 9", "node-count 100"])
    }

    @Test func anOptionThatOnlyFollowsFromAnotherIsNotNamed() throws {
        let gossip = try report("--gossip-mode", "none,push,push-pull")
        #expect(names(gossip) == ["no gossip-mode", "push", "push-pull"])
        let faults = try report("--fault", "none;kill n3 at 2s")
        #expect(names(faults) == ["no fault", "kill n3 at 2s"])
        let nemesis = try report("--nemesis", "none;kill,pause")
        #expect(names(nemesis) == ["kill,pause", "no nemesis"])
    }

    @Test func flagsAreNamedByTheirOption() throws {
        let report = try report(
            "--batch-interval", "50ms", "--send-empty-batches", "--no-send-empty-batches")
        #expect(Set(names(report)) == ["send-empty-batches", "no-send-empty-batches"])
    }

    @Test func theOnlyCombinationIsNamedByItsScenario() throws {
        #expect(names(try report("--topology", "heap"))[0].hasPrefix("heap of 25"))
    }

    @Test func everyCombinationHasANameOfItsOwn() throws {
        let report = try report(
            "--preset", "maelstrom-grid,blog-heap,blog-heap-batched,blog-fault-tolerant",
            "--loss", "0,0.01", "--gossip-mode", "none,push")
        #expect(Set(names(report)).count == report.combinations.count)
    }
}
