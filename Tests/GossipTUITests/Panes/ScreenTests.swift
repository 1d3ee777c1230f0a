import Engine
import Testing

@testable import GossipTUI

@Suite struct ScreenTests {
    private static let oddShapes = [
        (200, 20), (60, 50), (300, 8), (20, 80), (96, 18), (96, 30), (95, 30), (150, 18), (1, 60),
        (250, 1), (400, 100),
    ]

    @Test func `Every size down to one cell gives a canvas of that size in every mode`() {
        let small = (1...30).flatMap { columns in (1...10).map { (columns, $0) } }
        for (columns, rows) in small + Self.oddShapes {
            for (mode, snapshot) in [
                (DashboardState.Mode.watching, Scene.busy()), (.help, Scene.quiet()),
                (.partitionMenu, Scene.busy(nodeCount: 1)),
            ] {
                var state = Scene.state(snapshot, columns: columns, rows: rows)
                state.mode = mode
                let canvas = render(state)
                #expect(canvas.columns == columns && canvas.rows == rows)
                #expect(canvas.text.contains { $0 != "\n" && $0 != " " }, "\(columns)x\(rows)")
            }
        }
    }

    @Test func `A screen of no size at all is drawn without a crash`() {
        #expect(render(Scene.state(Scene.busy(), columns: 0, rows: 0)).text.isEmpty)
    }

    @Test func `ASCII screens hold nothing but ASCII, and no glyph without a stand-in`() {
        for (columns, rows) in [(80, 24), (120, 40), (200, 20)] {
            for mode in [DashboardState.Mode.watching, .help, .partitionMenu] {
                for nodeCount in [25, 40, 300] {
                    var state = Scene.state(
                        Scene.busy(nodeCount: nodeCount), columns: columns, rows: rows)
                    state.mode = mode
                    let unicode = render(state).text
                    state.glyphs = .ascii
                    let ascii = render(state).text
                    #expect(ascii.unicodeScalars.allSatisfy { $0.isASCII })
                    #expect(
                        ascii.filter { $0 == "?" }.count == unicode.filter { $0 == "?" }.count)
                }
            }
        }
    }

    @Test func `The block set uses no braille and no partly filled circles or bars`() {
        var state = Scene.state(Scene.busy(), columns: 120, rows: 40)
        state.glyphs = .blocks
        for mode in [DashboardState.Mode.watching, .help] {
            state.mode = mode
            let glyphs = Set(render(state).text.unicodeScalars)
            #expect(glyphs.isDisjoint(with: Set("◔◑◕▰▱╭╮╰╯".unicodeScalars)))
            #expect(!glyphs.contains { (0x2800...0x28FF).contains($0.value) })
        }
    }

    @Test func `A notice takes the place of the keys and moves nothing else`() {
        for (columns, rows) in [(80, 24), (20, 3), (12, 2)] {
            var state = Scene.state(Scene.busy(), columns: columns, rows: rows)
            let without = render(state).text.split(separator: "\n")
            state.notice = "topology: ring"
            let with = render(state).text.split(separator: "\n")
            #expect(with.count == without.count)
            #expect(with.dropLast() == without.dropLast())
            #expect(with.last?.hasPrefix(" topology") == true)
        }
    }

    private func help(rows: Int, offset: Int = 0) -> String {
        var state = Scene.state(Scene.busy(), columns: 80, rows: rows)
        _ = state.apply(.toggleHelp)
        for _ in 0..<offset { _ = state.apply(.scrollHelp(1)) }
        return render(state).text
    }

    @Test func `A help that does not fit says that it scrolls, and stops at its ends`() {
        #expect(help(rows: 15).contains("Esc closes, / searches, ↑ ↓ scroll"))
        #expect(!help(rows: 90).contains("↑ ↓ scroll"))
        #expect(help(rows: 15, offset: 3) != help(rows: 15, offset: 4))
        #expect(help(rows: 15, offset: 100) == help(rows: 15, offset: 200))
        #expect(help(rows: 90, offset: 5) == help(rows: 90))
        var state = Scene.state(Scene.busy(), columns: 80, rows: 15)
        _ = state.apply(.toggleHelp)
        #expect(state.action(for: .down) == .scrollHelp(1))
        #expect(state.action(for: "k") == .scrollHelp(-1))
        #expect(state.apply(.scrollHelp(-1)) == nil)
        #expect(state.helpOffset == 0)
    }

    @Test func `The help names every key and what it does at 80x24`() {
        let pages = [0, 20, 40, 60].map { help(rows: 24, offset: $0) }
        let lines = pages.flatMap { $0.split(separator: "\n").map(String.init) }
        for binding in KeyBinding.watching + KeyBinding.partitionMenu {
            let words = binding.summary.wrapped(to: 20)[0]
            #expect(
                lines.contains { $0.contains(binding.label) && $0.contains(words) },
                "\(binding.label) \(binding.summary)")
        }
        for sign in ["○◔◑◕●", "⊗ ‖", "•", "■", "◦", "◆", "╳"] {
            #expect(lines.contains { $0.contains(sign) })
        }
    }

    @Test func `The partition menu lies at the bottom of the cluster and lists its keys`() {
        var state = Scene.state(Scene.quiet(), columns: 120, rows: 40)
        state.mode = .partitionMenu
        let lines = render(state).text.split(separator: "\n").map(String.init)
        for binding in KeyBinding.partitionMenu {
            #expect(lines.contains { $0.contains("│ \(binding.label)") })
        }
        let below = lines.firstIndex { $0.contains("├ values") } ?? 0
        #expect(lines[below - 1].contains("╰───"))
    }
}
