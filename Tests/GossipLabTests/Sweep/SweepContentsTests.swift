import Engine
import Testing

@testable import GossipLab

@Suite struct SweepContentsTests {
    private static func reports(on plan: SweepPlan) -> (SweepPlan, [RunReport]) {
        (plan, plan.runs.map { Experiment($0).run() })
    }

    @Test(arguments: RunNotation.allCases)
    func linesInAnyOrderTellWhatTheirRunsCameTo(notation: RunNotation) throws {
        let (plan, reports) = try Self.reports(on: .example(seedCount: 2))
        var contents = SweepContents(of: plan, in: notation)
        try contents.add((notation.header.map { [$0] } ?? []) + [notation.line(reports[6])])
        try contents.add([reports[1], reports[4]].map(notation.line))
        for place in plan.runs.indices {
            let expected = [1, 4, 6].contains(place) ? RunOutcome(reports[place]) : nil
            #expect(contents.outcomes[place] == expected)
        }
        #expect(contents.lineCount == (notation.header == nil ? 3 : 4))
    }

    @Test(arguments: RunNotation.allCases)
    func aWrongLineAmongManyIsNamedByItsNumber(notation: RunNotation) throws {
        let (plan, reports) = try Self.reports(on: .empty(count: 330))
        let header = notation.header.map { [$0] } ?? []
        let lines = header + reports.map(notation.line)
        let last = lines.count - 1
        var whole = SweepContents(of: plan, in: notation)
        try whole.add(lines)
        #expect(whole.outcomes == reports.map { RunOutcome($0) })
        for place in [header.count, 150, last] {
            var wrong = lines
            wrong[place] = "nonsense"
            wrong[last] = "nonsense"
            var contents = SweepContents(of: plan, in: notation)
            let failure = try #require(throws: SweepContents.Failure.self) {
                try contents.add(wrong)
            }
            #expect(failure.line == place + 1)
        }
    }

    @Test(arguments: RunNotation.allCases)
    func aRunThatIsThereTwiceIsNamedWithItsFirstLine(notation: RunNotation) throws {
        let (plan, reports) = try Self.reports(on: .example(seedCount: 1))
        let header = notation.header.map { [$0] } ?? []
        var contents = SweepContents(of: plan, in: notation)
        try contents.add(header + reports[..<3].map(notation.line))
        let failure = try #require(throws: SweepContents.Failure.self) {
            try contents.add([notation.line(reports[1])])
        }
        #expect(failure.line == header.count + 4)
        #expect(failure.flaw == .repeated(line: header.count + 2))
    }

    @Test(arguments: RunNotation.allCases)
    func aRunOfAnotherSweepIsRefused(notation: RunNotation) throws {
        let plan = try SweepPlan.example(seedCount: 1)
        var other = plan.runs[2]
        other.seed += 1
        let line = notation.line(Experiment(other).run())
        let words = notation.header == nil ? "--seed \(other.seed)" : nil
        #expect(throws: LineFlaw.otherSweep(with: words)) {
            try notation.reader(of: plan).run(in: line)
        }
    }

    @Test func theOptionThatIsOfNoRunOfTheSweepIsNamed() throws {
        let plan = try SweepPlan(
            arguments: ["--topology", "grid,heap", "--time-limit", "1"], seedCount: 1)
        func flaw(_ edit: (inout Scenario) -> Void) -> LineFlaw? {
            var other = plan.runs[1]
            edit(&other)
            return #expect(throws: LineFlaw.self) {
                try RunLineReader(plan).run(in: RunLine(Experiment(other).run()).text)
            }
        }
        #expect(flaw { $0.topology = .ring } == .otherSweep(with: "--topology ring"))
        #expect(flaw { $0.nodeCount = 9 } == .otherSweep(with: "--node-count 9"))
        #expect(
            LineFlaw.otherSweep(with: "--topology ring").text(line: 3, of: "a.ndjson").contains(
                "line 3: it is a run of another sweep, with --topology ring: "))
    }

    @Test func aFlawIsTextThatSaysWhereItIsAndWhatHelps() {
        #expect(
            LineFlaw.cutOff.text(line: 7, of: "my runs.ndjson", option: "--output ")
                == "'--output my runs.ndjson', line 7: it is cut off, without a line break at its "
                + "end: delete line 7, for instance with sed -i '$d' 'my runs.ndjson'.")
        #expect(
            LineFlaw.repeated(line: 3).text(line: 9, of: "a.csv", option: "--output ")
                == "'--output a.csv', line 9: it is the same run as line 3: delete line 9, for "
                + "instance with sed -i '9d' a.csv.")
        #expect(
            LineFlaw.otherSweep(with: nil).text(line: 1, of: "a.csv", option: "--output ").contains(
                "name another file"))
    }
}
