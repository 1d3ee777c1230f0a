import Engine
import Testing

@testable import GossipTUI

@Suite struct ScreenGoldenTests {
    @Test(arguments: [(40, 12), (80, 24), (120, 40), (200, 60)])
    func `A busy cluster looks as approved at every common size`(columns: Int, rows: Int) throws {
        let state = Scene.state(Scene.busy(), columns: columns, rows: rows)
        try Golden.expect(render(state), matches: "busy-\(columns)x\(rows)")
    }

    @Test func `ASCII looks as approved`() throws {
        var state = Scene.state(Scene.busy(), columns: 80, rows: 24)
        state.glyphs = .ascii
        try Golden.expect(render(state), matches: "ascii-80x24")
    }

    @Test func `The help looks as approved`() throws {
        var state = Scene.state(Scene.busy(), columns: 80, rows: 24)
        state.mode = .help
        try Golden.expect(render(state), matches: "help-80x24")
    }

    @Test func `The partition menu looks as approved`() throws {
        var state = Scene.state(Scene.quiet(), columns: 80, rows: 24)
        state.mode = .partitionMenu
        try Golden.expect(render(state), matches: "partition-80x24")
    }
}
