import Engine
import Records
import ScenarioOptions
import Testing

@testable import GossipTUI

struct OpeningScenarioTests {
    private func scenario(_ line: String, with options: String...) throws -> Scenario {
        try OpeningScenario(line: line).scenario(with: ScenarioOptions.parse(reading: options))
    }

    @Test func `The command line goes on top of the file's scenario`() throws {
        let line = "--topology heap --batch-interval 50ms"
        let changed = try scenario(line, with: "--node-count", "9")
        #expect(changed.nodeCount == 9)
        #expect(changed.topology == .heap)
        #expect(try scenario(line, with: "--topology", "ring").topology == .ring)
        // Without the file's batches there would be nothing to send empty.
        #expect(throws: Never.self) { try scenario(line, with: "--send-empty-batches") }
    }

    @Test func `A preset of the command line takes the place of the file's scenario`() throws {
        let preset = try scenario(
            "--topology heap --seed 7 --node-count 9", with: "--preset", "maelstrom-grid")
        #expect(preset == Preset.maelstromGrid.scenario)
    }

    @Test func `A preset is watched at its own pace, anything else slowly`() throws {
        #expect(try OpeningScenario(line: "--preset maelstrom-grid").speed == .real)
        #expect(try OpeningScenario(line: "--topology heap").speed == .opening)
        #expect(try OpeningScenario(line: "") == .standard)
    }

    @Test func `Faults for other nodes than there are must be said anew`() throws {
        let line = "--fault 'kill n12 at 2s'"
        let message = """
            '--node-count' does not go with the scenario of the configuration file, which has \
            faults for 25 nodes: leave it out, or add '--no-config' or '--preset'.
            """
        let error = #expect(throws: (any Error).self) {
            try scenario(line, with: "--node-count", "9")
        }
        #expect(error.map { "\($0)" } == message)
        let anew = try scenario(line, with: "--node-count", "9", "--fault", "kill n3 at 2s")
        #expect(anew.faults.count == 1)
    }
}
