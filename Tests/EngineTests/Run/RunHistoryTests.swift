import TestSupport
import Testing

@testable import Engine

struct RunHistoryTests {
    private static func scenario(_ change: (inout Scenario) -> Void = { _ in }) -> Scenario {
        var scenario = Scenario()
        scenario.workload.timeLimit = nil
        scenario.broadcastProtocol.antiEntropy = .push(every: .seconds(2), fanout: 3, relays: true)
        change(&scenario)
        return scenario
    }

    private static let commands: [(Int64, ClusterCommand)] = [
        (1_500, .partition(.majority)), (3_000, .broadcast(at: NodeID(3))), (3_000, .heal),
        (7_250, .setTopology(.heap)), (9_000, .strike(.kill(.nodes(.some(7))))),
        (12_000, .setRate(200)),
        (15_000, .restart(NodeID(7))),
    ]

    /// The digest of a straight run at `instant`, with the commands given by then.
    private func straight(at instant: Instant) -> UInt64 {
        var run = WatchedRun(Self.scenario())
        for (milliseconds, command) in Self.commands
        where .zero + .milliseconds(milliseconds) <= instant {
            run.run(until: .zero + .milliseconds(milliseconds))
            run.apply(command)
        }
        run.run(until: instant)
        return run.digest
    }

    private func history() -> RunHistory {
        var history = RunHistory(Self.scenario())
        for (milliseconds, command) in Self.commands {
            history.advance(to: .zero + .milliseconds(milliseconds))
            history.apply(command)
        }
        history.advance(to: .zero + .seconds(20))
        return history
    }

    @Test func randomMomentsAreThoseOfAStraightRun() {
        var history = history()
        var luck = RandomStream(seed: 11, purpose: .workload)
        for _ in 0..<(LongTests.areWanted ? 100 : 20) {
            let instant = Instant(microseconds: Int64(luck.integer(below: 20_000_001)))
            history.seek(to: instant)
            #expect(history.run.now == instant)
            #expect(history.run.digest == straight(at: instant), "at \(instant)")
        }
        history.seek(to: .zero + .seconds(99))
        #expect(history.isLive && history.run.now == .zero + .seconds(20))
    }

    @Test func playingFromThePastRepeatsWhatHappened() {
        var history = history()
        let digest = history.run.digest
        history.seek(to: .zero + .seconds(1))
        #expect(!history.isLive)
        while history.run.now < .zero + .seconds(20) {
            #expect(!history.isLive)
            history.advance(to: history.run.now + .milliseconds(500))
        }
        #expect(history.isLive && history.run.digest == digest)
        history.seek(to: .zero + .seconds(5))
        #expect(history.live.digest == digest)
        history.seek(to: .zero + .seconds(20))
        #expect(history.run.digest == digest)
    }

    /// A cluster of which 24 messages are due at 100 ms, of which so many have arrived.
    private func amidAnInstant(arrivals: Int) -> RunHistory {
        var history = RunHistory(
            Self.scenario {
                $0.topology = .total
                $0.workload.rate = 0
                $0.broadcastProtocol.antiEntropy = nil
            })
        history.apply(.broadcast(at: NodeID(12)))
        for _ in 0..<arrivals { _ = history.step(to: .delivery, until: .distantFuture) }
        return history
    }

    @Test func theEndIsAMomentThoughMoreIsDueAtItsInstant() {
        var history = amidAnInstant(arrivals: 5)
        let digest = history.run.digest
        #expect(history.live.digest == digest)
        history.apply(.partition(.majority))
        let cut = history.run.digest
        history.seek(to: .zero + .milliseconds(50))
        #expect(history.live.digest == cut && cut != digest)
        #expect(history.run.now == .zero + .milliseconds(50))
        #expect(amidAnInstant(arrivals: 6).live.digest != digest)
    }

    @Test func aChangeInThePastForgetsWhatCameAfter() {
        var history = history()
        history.seek(to: .zero + .seconds(5))
        let isBranch = history.apply(.setTopology(.ring))
        #expect(isBranch)
        #expect(history.isLive && history.end.instant == .zero + .seconds(5))
        history.advance(to: .zero + .seconds(9))
        #expect(history.run.snapshot(newest: 0).scenario.topology == .ring)
        #expect(history.entries.last?.moment.instant == .zero + .seconds(5))
        let isAnother = history.apply(.heal)
        #expect(!isAnother)
    }

    @Test func noCheckpointKeepsACommandThatWasReplaced() {
        var history = RunHistory(Self.scenario())
        // Steps keep no checkpoints; what follows the command keeps one at its very moment.
        while history.step(to: .event, until: .zero + .milliseconds(2_050)) {}
        let moment = history.run.moment
        history.apply(.setTopology(.ring))
        history.advance(to: moment.instant)
        #expect(history.checkpointCount == 2 && history.run.moment == moment)
        // Back from the next event is before the command, checkpoint or not.
        _ = history.step(to: .event, until: .distantFuture)
        _ = history.stepBack(to: .event, since: .zero)
        #expect(history.run.moment == moment)
        #expect(history.run.snapshot(newest: 0).scenario.topology == .grid)
        _ = history.stepBack(to: .event, since: .zero)
        while history.run.moment < moment { _ = history.step(to: .event, until: .distantFuture) }
        history.apply(.setTopology(.tree4))
        history.advance(to: .zero + .milliseconds(2_500))
        history.seek(to: moment.instant + .microseconds(1))
        #expect(history.run.snapshot(newest: 0).scenario.topology == .tree4)
    }

    @Test func faultsAndChangesAreMarkedOnceAndForgottenWithTheirFuture() {
        func words(_ history: RunHistory) -> [String] {
            history.marks.map { mark in
                switch mark.event {
                case .partitioned: "cut \(mark.instant.microseconds / 1_000)"
                case .healed: "heal \(mark.instant.microseconds / 1_000)"
                case .topologyChanged: "topology \(mark.instant.microseconds / 1_000)"
                case .killed: "kill \(mark.instant.microseconds / 1_000)"
                case .rateChanged: "rate \(mark.instant.microseconds / 1_000)"
                case .restarted: "restart \(mark.instant.microseconds / 1_000)"
                default: "other"
                }
            }
        }
        var history = history()
        let all = [
            "cut 1500", "heal 3000", "topology 7250", "kill 9000", "rate 12000", "restart 15000",
        ]
        #expect(words(history).filter { $0 != "other" } == all)
        let count = history.marks.count
        history.seek(to: .zero + .seconds(2))
        history.advance(to: .zero + .seconds(14))
        #expect(history.marks.count == count)
        history.seek(to: .zero + .seconds(8))
        history.apply(.setTopology(.star))
        #expect(words(history) == all.prefix(3) + ["topology 8000"])
        history.advance(to: .zero + .seconds(20))
        #expect(words(history).count == 4)
    }

    @Test func checkpointsKeepWithinTheirBoundHoweverLongTheRun() {
        var history = RunHistory(
            Self.scenario {
                $0.broadcastProtocol.antiEntropy = nil
                $0.topology = .star
                $0.workload.rate = LongTests.areWanted ? 100 : 20
            })
        let end = LongTests.areWanted ? 60 : 3
        for minute in 1...end {
            history.advance(to: .zero + .seconds(Int64(60 * minute)))
            #expect(history.checkpointBytes <= 80_000_000)
            #expect(history.checkpointCount <= 64)
        }
        #expect(history.checkpointCount >= 20)
        history.seek(to: .zero + .seconds(Int64(30 * end)))
        #expect(history.run.now == .zero + .seconds(Int64(30 * end)))
    }

    @Test func aHistoryIsRepeatedFromItsCommands() {
        var history = history()
        for _ in 0..<5 { _ = history.step(to: .event, until: .distantFuture) }
        history.apply(.broadcast(at: NodeID(7)))
        let repeated = RunHistory(Self.scenario(), repeating: history.entries, to: history.end)
        #expect(repeated.run.digest == history.run.digest)
        #expect(repeated.end == history.end && repeated.isLive)
        #expect(repeated.entries == history.entries)
        #expect(repeated.marks == history.marks)
        let other = RunHistory(
            Self.scenario(), repeating: history.entries.dropLast(), to: history.end)
        #expect(other.run.digest != history.run.digest)
    }

    @Test(arguments: [WatchedRun.Milestone.event, .delivery, .batch])
    func stepsBackUndoStepsForward(milestone: WatchedRun.Milestone) {
        var history = RunHistory(
            Self.scenario {
                $0.broadcastProtocol.batching = .every(.milliseconds(50), sendsEmpty: false)
            })
        history.advance(to: .zero + .milliseconds(2_345))
        history.apply(.partition(.majority))
        var digests: [UInt64] = []
        for _ in 0..<8 {
            let reached = history.step(to: milestone, until: .distantFuture)
            #expect(reached)
            digests.append(history.run.digest)
        }
        for digest in digests.dropLast().reversed() {
            let wentBack = history.stepBack(to: milestone, since: .zero)
            #expect(wentBack && history.run.digest == digest)
        }
        for digest in digests.dropFirst() {
            let reached = history.step(to: milestone, until: .distantFuture)
            #expect(reached && history.run.digest == digest)
        }
    }

    @Test func aStepEndsAtItsMilestone() {
        let batched = Self.scenario {
            $0.broadcastProtocol.batching = .every(.milliseconds(50), sendsEmpty: false)
        }
        for milestone in [WatchedRun.Milestone.delivery, .batch] {
            var history = RunHistory(batched)
            var before = 0
            for _ in 0..<50 {
                let reached = history.step(to: milestone, until: .distantFuture)
                #expect(reached)
                let last = history.run.journal.newest(1, of: [.messages]).last
                switch (milestone, last?.event) {
                case (.delivery, .delivered), (.batch, .sent): break
                default: Issue.record("\(String(describing: last)) at a step to \(milestone)")
                }
                let count = history.run.snapshot(newest: 0).figures.traffic
                let now = milestone == .delivery ? count.serverReceiveCount : count.serverSendCount
                // One thread of a receiver may hand over several messages in one event.
                #expect(now > before)
                before = now
            }
        }
    }

    @Test func aStepToABatchThatNobodySendsEndsAtItsLimit() {
        var history = RunHistory(Self.scenario())
        let limit = Instant.zero + .seconds(7)
        let reached = history.step(to: .batch, until: limit)
        #expect(!reached && history.isLive)
        #expect(history.run.now > limit - .seconds(1) && history.run.now <= limit)
    }

    @Test func aStepInThePastGoesOnBeyondWhatWasSeen() {
        var history = RunHistory(
            Self.scenario {
                $0.workload.rate = 0
                $0.broadcastProtocol.antiEntropy = nil
            })
        history.advance(to: .zero + .seconds(1))
        history.apply(.broadcast(at: NodeID(3)))
        history.seek(to: .zero + .milliseconds(500))
        let reached = history.step(to: .delivery, until: .zero + .seconds(9))
        #expect(reached && history.isLive && history.end == history.run.moment)
        #expect(history.run.now >= .zero + .milliseconds(1_100))
        #expect(history.run.now < .zero + .milliseconds(1_110))
    }

    @Test func stepsBackAcrossCommandsBetweenEventsKeepThem() {
        var history = RunHistory(Self.scenario { $0.workload.rate = 0 })
        history.advance(to: .zero + .milliseconds(100))
        history.apply(.setTopology(.ring))
        history.advance(to: .zero + .milliseconds(200))
        history.apply(.setTopology(.star))
        history.advance(to: .zero + .milliseconds(300))
        _ = history.stepBack(to: .event, since: .zero)
        #expect(history.run.now == .zero + .milliseconds(200))
        #expect(history.run.snapshot(newest: 0).scenario.topology == .ring)
        let reached = history.step(to: .event, until: .distantFuture)
        #expect(reached && history.run.snapshot(newest: 0).scenario.topology == .star)
    }

    @Test func aStepBackToWhatNeverCameGoesNowhere() {
        var history = RunHistory(Self.scenario())
        for second in 1...50 { history.advance(to: .zero + .seconds(Int64(second))) }
        history.apply(.setTopology(.ring))
        history.seek(to: .zero + .milliseconds(45_500))
        let digest = history.run.digest
        let wentBack = history.stepBack(to: .batch, since: .zero + .seconds(15))
        #expect(!wentBack && history.run.digest == digest && !history.isLive)
        history.advance(to: .zero + .seconds(50))
        #expect(history.run.snapshot(newest: 0).scenario.topology == .ring)
    }

    @Test func stepsBackEndAtTheStart() {
        var history = RunHistory(Self.scenario())
        history.advance(to: .zero + .milliseconds(12))
        for _ in 0..<40 { _ = history.stepBack(to: .event, since: .zero) }
        #expect(history.run.moment == WatchedRun(Self.scenario()).moment)
    }
}
