import Engine
import Testing

@testable import GossipLab
@testable import ScenarioOptions

@Suite struct SweepProgressTests {
    private static func text(
        _ finished: Int, of count: Int, before: Int = 0, running: [Double] = [],
        after elapsed: Duration, columns: Int = 80, isUTF8: Bool = false
    ) -> String {
        let runs = running.enumerated().map { place, share in
            (finished + place, RunProgress(share: share, deliveryCount: 1))
        }
        return SweepProgress(
            count: count, countBefore: before,
            progress: RunPool.Progress(
                finishedCount: finished, running: Dictionary(uniqueKeysWithValues: runs)),
            elapsed: elapsed
        ).text(columns: columns, isUTF8: isUTF8)
    }

    @Test func theBarIsAsFullAsTheSweepIsDone() {
        #expect(
            Self.text(240, of: 960, after: .seconds(2))
                == "[##########------------------------------] 240 of 960 runs, 25 %, 6.0 s left")
        #expect(
            Self.text(5, of: 10, after: .seconds(2), isUTF8: true)
                == "[████████████████████░░░░░░░░░░░░░░░░░░░░] 5 of 10 runs, 50 %, 2.0 s left")
    }

    @Test func runsUnderWayCountInPart() {
        #expect(
            Self.text(1, of: 4, running: [0.75, 0.25], after: .seconds(20))
                .hasSuffix("] 1 of 4 runs, 50 %, 20 s left"))
    }

    @Test func whatWasThereBeforeIsDoneButTookNoTime() {
        #expect(
            Self.text(10, of: 100, before: 50, after: .seconds(10))
                .hasSuffix("] 60 of 100 runs, 60 %, 40 s left"))
        #expect(
            Self.text(0, of: 100, before: 50, after: .seconds(1))
                .hasSuffix("] 50 of 100 runs, 50 %"))
    }

    @Test func longTimesAreRough() {
        #expect(Self.text(1, of: 126, after: .seconds(1)).hasSuffix("%, 2 min 5 s left"))
        #expect(Self.text(1, of: 12_001, after: .seconds(1)).hasSuffix("%, 3 h 20 min left"))
    }

    @Test func aNarrowTerminalHasAShortBarOrNone() {
        #expect(
            Self.text(1, of: 2, after: .seconds(1), columns: 41)
                == "[####-----] 1 of 2 runs, 50 %, 1.0 s left")
        #expect(
            Self.text(1, of: 2, after: .seconds(1), columns: 30) == "1 of 2 runs, 50 %, 1.0 s left")
    }

    @Test func theFirstVariableThatIsSetDecidesAboutUTF8() {
        func isUTF8(_ variables: [String: String]) -> Bool {
            CharacterEncoding.isUTF8 { variables[$0] }
        }
        #expect(isUTF8(["LANG": "de_DE.UTF-8"]))
        #expect(isUTF8(["LC_CTYPE": "UTF-8", "LANG": "C"]))
        #expect(isUTF8(["LC_ALL": "", "LANG": "en_US.utf8"]))
        #expect(!isUTF8(["LC_ALL": "C", "LANG": "de_DE.UTF-8"]))
        #expect(!isUTF8(["LANG": "de_DE@euro"]))
        #expect(!isUTF8([:]))
    }
}
