import Testing

@testable import GossipLab

@Suite struct ExitStatusTests {
    @Test func aValidRunEndsWithStatus0() async {
        await #expect(processExitsWith: .exitCode(0)) {
            GossipLab.runAndExit(["run", "--rate", "10", "--time-limit", "1"])
        }
    }

    @Test func theVersionAndTheHelpEndWithStatus0() async {
        await #expect(processExitsWith: .exitCode(0)) { GossipLab.runAndExit(["--version"]) }
        await #expect(processExitsWith: .exitCode(0)) { GossipLab.runAndExit(["run", "--help"]) }
    }

    @Test func aRunThatLosesAValueEndsWithStatus1() async {
        await #expect(processExitsWith: .exitCode(1)) {
            GossipLab.runAndExit(["run", "--time-limit", "1", "--loss", "1"])
        }
    }

    @Test func aWrongOptionEndsWithStatus2AndWordsOnStandardError() async throws {
        let result = await #expect(
            processExitsWith: .exitCode(2),
            observing: [\.standardErrorContent, \.standardOutputContent]
        ) {
            GossipLab.runAndExit(["run", "--format", "json", "--topology", "torus"])
        }
        let ended = try #require(result)
        let words = String(decoding: ended.standardErrorContent, as: UTF8.self)
        #expect(words.contains("--topology") && words.contains("heap"))
        #expect(!String(decoding: ended.standardOutputContent, as: UTF8.self).contains("{"))
    }

    @Test func contradictingOptionsEndWithStatus2() async {
        await #expect(processExitsWith: .exitCode(2)) {
            GossipLab.runAndExit(["run", "--gossip-fanout", "3"])
        }
    }
}
