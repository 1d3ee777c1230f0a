import CInterrupt
import Foundation
import Testing

@testable import GossipLab

@Suite struct ExplainCommandTests {
    private static let explain = ["explain", "3", "--time-limit", "1"]

    @Test func anExplanationEndsWithStatus0BeTheValueLostOrNot() async throws {
        await #expect(processExitsWith: .exitCode(0)) { GossipLab.runAndExit(Self.explain) }
        let result = await #expect(
            processExitsWith: .exitCode(0), observing: [\.standardOutputContent]
        ) {
            GossipLab.runAndExit(Self.explain + ["--loss", "1"])
        }
        let output = try #require(result).standardOutputContent
        #expect(String(decoding: output, as: UTF8.self).contains("\nmissing      24 nodes, "))
    }

    @Test func aValueThatNobodyBroadcastEndsWithStatus2AndNoExplanation() async throws {
        let result = await #expect(
            processExitsWith: .exitCode(2),
            observing: [\.standardErrorContent, \.standardOutputContent]
        ) {
            GossipLab.runAndExit(["explain", "5000", "--time-limit", "1"])
        }
        let ended = try #require(result)
        #expect(
            String(decoding: ended.standardErrorContent, as: UTF8.self)
                .contains("broadcast value 5000: the values are 0 to "))
        #expect(ended.standardOutputContent.allSatisfy { $0 != UInt8(ascii: ":") })
    }

    @Test(arguments: ["x", "1.5", "", "1000000000"])
    func aWordThatIsNoValueIsRefused(word: String) throws {
        let error = try #require(throws: (any Error).self) {
            try GossipLab.parseAsRoot(["explain", word])
        }
        #expect(
            GossipLab.message(for: error).contains("it must be a whole number from 0 to 999999999"))
    }

    @Test func ctrlCEndsARunWithWhatHappenedSoFarAndStatus130() async throws {
        let result = await #expect(
            processExitsWith: .exitCode(130), observing: [\.standardOutputContent]
        ) {
            signal(SIGINT, SIG_DFL)
            interrupt_catch()
            var signals = sigset_t()
            unsafe sigemptyset(&signals)
            unsafe sigaddset(&signals, SIGINT)
            unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
            raise(SIGINT)
            GossipLab.runAndExit(["explain", "3"])
        }
        let output = try #require(result).standardOutputContent
        #expect(String(decoding: output, as: UTF8.self).contains("\nPARTIAL      ended after 0."))
    }
}
