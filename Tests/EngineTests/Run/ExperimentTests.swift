import Engine
import Testing

struct ExperimentTests {
    @Test func theGridOfTheChallengeCostsFiftySixMessagesPerBroadcast() {
        let report = Experiment(Preset.maelstromGrid.scenario).run()
        #expect(report.traffic.messagesPerBroadcast == 56)
        #expect(report.propagation.latencies[1] == .milliseconds(800))
        #expect(report.propagation.incomplete.isEmpty)
        #expect(report.workload.validity == .valid)
        #expect(report.workload.attemptCount == report.traffic.broadcastCount)
        #expect(report.isValid)
    }

    @Test(arguments: Preset.allCases)
    func everyPresetSpreadsEverything(preset: Preset) {
        let report = Experiment(preset.scenario).run()
        #expect(report.isValid)
        #expect(report.propagation.completeCount == report.traffic.broadcastCount)
    }

    @Test func aPartitionLosesValuesWhenNothingRepairs() {
        var scenario = Scenario()
        scenario.nemesis.families = [.partition]
        let report = Experiment(scenario).run()
        #expect(!report.propagation.incomplete.isEmpty)
        #expect(!report.isValid)
    }

    @Test func stableLatencyNeverExceedsTheTruth() throws {
        for preset in Preset.allCases {
            let report = Experiment(preset.scenario).run()
            let stable = try #require(report.workload.stableLatencies.last)
            let truth = try #require(report.propagation.latencies[1])
            #expect(Double(stable) <= truth.inMilliseconds)
        }
    }

    @Test func askingWhetherToGoOnDoesNotChangeTheRun() {
        let scenario = Preset.blogFaultTolerant.scenario
        var simulator = Simulator(scenario, sink: NoTrace())
        while simulator.step() {}
        var progress: [RunProgress] = []
        let report = Experiment(scenario).run {
            progress.append($0)
            return true
        }
        #expect(report.digest == simulator.digest)
        #expect(report.duration == simulator.now.sinceStart)
        #expect(!report.isPartial)
        #expect(progress.count > 100)
        #expect(progress.map(\.share) == progress.map(\.share).sorted())
        #expect(
            progress.last == RunProgress(share: 1, deliveryCount: report.traffic.serverReceiveCount)
        )
    }

    @Test func aRunThatIsNotWantedAnyMoreReportsWhatItHas() throws {
        let report = Experiment(Preset.maelstromGrid.scenario).run { $0.share < 0.5 }
        #expect(report.isPartial)
        // 20 s of operations and 10 s of quiet; half of that is 15 s, at about 100 operations each.
        #expect((15.0...15.2).contains(report.duration.inSeconds))
        #expect((1_400...1_600).contains(report.traffic.operationCount))
        #expect(report.propagation.latencies[1] == .milliseconds(800))
        // Nothing takes longer than 800 ms, so only what was accepted in the last of them is
        // missing.
        #expect(report.propagation.incomplete.count < 80)
    }
}
