import CInterrupt
import Foundation
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

    @Test func aFaultAtANodeThatIsNotThereEndsWithStatus2AndNoReport() async throws {
        let result = await #expect(
            processExitsWith: .exitCode(2),
            observing: [\.standardErrorContent, \.standardOutputContent]
        ) {
            GossipLab.runAndExit(["run", "--fault", "cut n30|* at 2s"])
        }
        let ended = try #require(result)
        let words = String(decoding: ended.standardErrorContent, as: UTF8.self)
        #expect(words.contains("--fault 'cut n30|* at 2s' names n30"))
        #expect(!String(decoding: ended.standardOutputContent, as: UTF8.self).contains("scenario"))
    }

    @Test func aSeriesEndsWithStatus0IfEveryRunIsValidAndElseWith1() async {
        await #expect(processExitsWith: .exitCode(0)) {
            GossipLab.runAndExit(["run", "--time-limit", "1", "--seeds", "3"])
        }
        await #expect(processExitsWith: .exitCode(1)) {
            GossipLab.runAndExit(["run", "--time-limit", "1", "--loss", "1", "--seeds", "3"])
        }
    }

    @Test(arguments: [
        ["0"], ["-1"], ["100001"], ["five"], ["2", "--seed", "18446744073709551615"],
    ])
    func aWrongNumberOfSeedsIsRefused(words: [String]) throws {
        let error = try #require(throws: (any Error).self) {
            try GossipLab.parseAsRoot(["run", "--seeds"] + words)
        }
        #expect(GossipLab.message(for: error).contains("--seeds"))
    }

    @Test func ctrlCEndsARunWithTheFiguresSoFarAndStatus130() async throws {
        let result = await #expect(
            processExitsWith: .exitCode(130), observing: [\.standardOutputContent]
        ) {
            Self.catchInterrupts()
            Self.interrupt()
            GossipLab.runAndExit(["run"])
        }
        let output = try #require(result).standardOutputContent
        #expect(String(decoding: output, as: UTF8.self).contains("PARTIAL"))
    }

    @Test func ctrlCEndsASeriesWithTheRunsSoFarAndStatus130() async throws {
        let result = await #expect(
            processExitsWith: .exitCode(130), observing: [\.standardOutputContent]
        ) {
            Self.catchInterrupts()
            Self.interrupt()
            GossipLab.runAndExit(["run", "--seeds", "3", "--format", "json"])
        }
        let output = try #require(result).standardOutputContent
        #expect(String(decoding: output, as: UTF8.self).contains(#""partial": true"#))
    }

    @Test func aSecondCtrlCEndsTheProgramAtOnce() async {
        await #expect(processExitsWith: .signal(SIGINT)) {
            Self.catchInterrupts()
            Self.interrupt()
            Self.interrupt()
        }
    }

    /// A test that was started in the background may have SIGINT ignored, which the catch respects.
    private static func catchInterrupts() {
        signal(SIGINT, SIG_DFL)
        interrupt_catch()
    }

    /// Sends SIGINT to the current thread, which would not take it: it is one of a pool.
    private static func interrupt() {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGINT)
        unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        raise(SIGINT)
    }
}
