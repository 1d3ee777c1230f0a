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
        scenario.nemesis.faults = [.partition]
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
}
