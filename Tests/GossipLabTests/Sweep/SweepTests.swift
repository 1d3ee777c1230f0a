import Engine
import Synchronization
import Testing

@testable import GossipLab

@Suite struct SweepTests {
    private final class Kept: Sendable {
        let reports = Mutex<[Scenario]>([])

        var scenarios: [Scenario] { reports.withLock(\.self) }

        @Sendable func keep(_ report: RunReport) {
            reports.withLock { $0.append(report.scenario) }
        }
    }

    private struct Full: Error {}

    @Test(arguments: [1, 2, 8])
    func runsAreKeptInThePlansOrder(workerCount: Int) throws {
        let runs = try SweepPlan.example(seedCount: 5).runs
        let kept = Kept()
        let end = Sweep(
            runs: runs, outcomesBefore: runs.map { _ in nil }, workerCount: workerCount
        ).run(while: { _ in true }, keep: kept.keep)
        #expect(kept.scenarios == runs)
        #expect(end.outcomes == runs.map { RunOutcome(Experiment($0).run()) })
        #expect(end.failure == nil)
    }

    @Test func whatIsKnownIsNotRunAgain() throws {
        let runs = try SweepPlan.example(seedCount: 2).runs
        let marks = runs.indices.map { place in
            place % 3 == 1
                ? RunOutcome(seed: 0, digest: UInt64(place), isValid: false) { _ in nil } : nil
        }
        let kept = Kept()
        let end = Sweep(runs: runs, outcomesBefore: marks)
            .run(while: { _ in true }, keep: kept.keep)
        #expect(kept.scenarios == [0, 2, 3, 5, 6].map { runs[$0] })
        #expect([1, 4, 7].allSatisfy { end.outcomes[$0] == marks[$0] })
        #expect(end.outcomes[6]?.seed == runs[6].seed)
    }

    @Test func aSweepOfWhichAllIsKnownRunsNothing() throws {
        let runs = try SweepPlan.example(seedCount: 1).runs
        let mark = RunOutcome(seed: 0, digest: 1, isValid: true) { _ in nil }
        let kept = Kept()
        let end = Sweep(runs: runs, outcomesBefore: runs.map { _ in mark })
            .run(while: { _ in true }, keep: kept.keep)
        #expect(kept.scenarios.isEmpty)
        #expect(end.outcomes == runs.map { _ in mark })
    }

    @Test func aRunThatCannotBeKeptEndsTheSweepAndDoesNotCount() throws {
        let runs = try SweepPlan.example(seedCount: 50).runs
        let kept = Kept()
        let end = Sweep(runs: runs, outcomesBefore: runs.map { _ in nil }).run { _ in
            true
        } keep: { report in
            if report.scenario == runs[3] { throw Full() }
            kept.keep(report)
        }
        #expect(kept.scenarios == Array(runs[..<3]))
        #expect(end.outcomes.map { $0 != nil } == runs.indices.map { $0 < 3 })
        #expect(end.failure is Full)
    }

    @Test func nothingIsKeptBehindARunThatCouldNotBe() throws {
        // The others are long finished when the first is.
        let runs = [Scenario()] + (try SweepPlan.empty(count: 20).runs)
        let kept = Kept()
        let end = Sweep(runs: runs, outcomesBefore: runs.map { _ in nil }).run { _ in
            true
        } keep: { report in
            if report.scenario == runs[0] { throw Full() }
            kept.keep(report)
        }
        #expect(kept.scenarios.isEmpty)
        #expect(end.outcomes.allSatisfy { $0 == nil })
    }

    @Test func anEndedSweepKnowsExactlyWhatItKept() throws {
        let runs = try SweepPlan.example(seedCount: 50).runs
        let kept = Kept()
        let end = Sweep(runs: runs, outcomesBefore: runs.map { _ in nil })
            .run(while: { progress in progress().finishedCount < 7 }, keep: kept.keep)
        let places = runs.indices.filter { end.outcomes[$0] != nil }
        #expect((7..<runs.count).contains(places.count))
        #expect(kept.scenarios == places.map { runs[$0] })
    }

    @Test func everyRunIsFoundAtItsPlaceAndNoOther() throws {
        let plan = try SweepPlan.example(seedCount: 4)
        let places = SweepPlaces(plan)
        #expect(plan.runs.map { places[$0] } == Array(plan.runs.indices))
        var other = plan.runs[5]
        other.seed = 1
        #expect(places[other] == nil)
        other = plan.runs[5]
        other.recovery = .seconds(9)
        #expect(places[other] == nil)
    }
}
