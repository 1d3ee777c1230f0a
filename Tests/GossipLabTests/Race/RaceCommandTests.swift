import CInterrupt
import Foundation
import Testing

@testable import GossipLab

@Suite struct RaceCommandTests {
    private static let race = ["race", "grid", "heap", "--time-limit", "1", "--seeds", "2"]

    @Test func aRaceEndsWithStatus0BeItsRunsValidOrNot() async throws {
        await #expect(processExitsWith: .exitCode(0)) { GossipLab.runAndExit(Self.race) }
        let result = await #expect(
            processExitsWith: .exitCode(0), observing: [\.standardOutputContent]
        ) {
            GossipLab.runAndExit(Self.race + ["--loss", "1"])
        }
        let output = try #require(result).standardOutputContent
        #expect(String(decoding: output, as: UTF8.self).contains("both lose values"))
    }

    @Test func aWrongContenderEndsWithStatus2() async {
        await #expect(processExitsWith: .exitCode(2)) {
            GossipLab.runAndExit(["race", "grid", "torus"])
        }
    }

    @Test func ctrlCEndsARaceWithTheSeedsSoFarAndStatus130() async throws {
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
            GossipLab.runAndExit(Self.race)
        }
        let output = String(
            decoding: try #require(result).standardOutputContent, as: UTF8.self)
        #expect(output.contains("there is nothing to say"))
        #expect(output.contains("PARTIAL      ended after 0 of 2 seeds"))
    }
}
