import Engine
import Testing

@testable import GossipTUI

@Suite struct InFlightPaneTests {
    private static func values(_ range: Range<Int>) -> [ValueID] { range.map(ValueID.init) }

    @Test func `A payload shows as many values as fit`() {
        let batch = GossipMessage.Payload.batch(Self.values(1_236..<1_239))
        #expect(InFlightPane.payload(batch, columns: 16) == "{1236 1237 1238}")
        #expect(InFlightPane.payload(batch, columns: 15) == "{1236 1237 …}")
        #expect(InFlightPane.payload(batch, columns: 12) == "{1236 …}")
        #expect(InFlightPane.payload(batch, columns: 7) == "{…}")
        #expect(InFlightPane.payload(.batch([]), columns: 7) == "{}")
        #expect(InFlightPane.payload(.one(ValueID(7)), columns: 7) == "{7}")
        let all = GossipMessage.Payload.all(ValueSet(Self.values(0..<1_812)))
        #expect(InFlightPane.payload(all, columns: 10) == "all 1,812")
        let held = GossipMessage.Payload.digest(ValueSet(Self.values(0..<1_812)))
        #expect(InFlightPane.payload(held, columns: 12) == "digest 1,812")
    }

    @Test func `A payload never exceeds its columns`() {
        let batch = GossipMessage.Payload.batch(Self.values(95..<120))
        for columns in 0...60 {
            #expect(InFlightPane.payload(batch, columns: columns).columns <= columns)
        }
    }

    @Test func `Each message has a line with role, route, values, progress and time left`() {
        let canvas = drawn(
            InFlightPane(snapshot: Scene.busy(), glyphs: .braille), columns: 48, rows: 5)
        let lines = canvas.text.split(separator: "\n").map(String.init)
        #expect(lines[0] == "• n0→n5    {1240}             ▰▰▰▰▰▰▰▰▰▱    2 ms")
        #expect(lines[1].hasPrefix("◦ n1→n6    {1236 1238}"))
        #expect(lines[2].hasPrefix("◆ n2→n7    all 812"))
        #expect(lines[3].hasPrefix("◦ n3→n8    {}"))
        #expect(lines[4].hasPrefix("■ n4→n9    {1200 1201 1202 …} ▰"))
        #expect(canvas[0, 1].style == .redundant && canvas[0, 2].style == .repair)
    }

    @Test func `What will be cut or lost, and what waits, is marked with a sign and a word`() {
        var snapshot = Scene.busy()
        for (index, fate) in [InFlightMessage.Fate.cut, .arrives, .lost, .waits].enumerated() {
            snapshot.messages[index].fate = fate
        }
        func column(_ column: Int, _ glyphs: GlyphSet) -> [Cell] {
            let canvas = drawn(
                InFlightPane(snapshot: snapshot, glyphs: glyphs), columns: 48, rows: 5)
            return (0..<5).map { canvas[column, $0] }
        }
        let signs = column(0, .braille)
        #expect(String(String.UnicodeScalarView(signs.map(\.glyph))) == "╳◦⊗■‖")
        #expect(signs.map(\.style) == [.cut, .redundant, .crashed, .useful, .paused])
        #expect(
            String(String.UnicodeScalarView(column(0, .ascii).map(\.glyph))) == "X.!#\"")
        let canvas = drawn(
            InFlightPane(snapshot: snapshot, glyphs: .braille), columns: 48, rows: 5)
        let words = canvas.text.split(separator: "\n").map { $0.suffix(8) }
        #expect(words == ["     cut", "    9 ms", "    lost", "   30 ms", "   waits"])
    }

    @Test func `What waits for a paused node does not crowd out what arrives`() {
        var snapshot = Scene.busy()
        for index in 0..<4 { snapshot.messages[index].fate = .waits }
        let text = drawn(
            InFlightPane(snapshot: snapshot, glyphs: .braille), columns: 48, rows: 2
        ).text
        #expect(text.hasPrefix("■ n4→n9"))
        #expect(text.contains("\n‖ n0→n5"))
    }

    @Test func `The summary tells when the next message arrives that does`() {
        var snapshot = Scene.busy()
        snapshot.messages[0].fate = .lost
        let pane = { plain(InFlightPane(snapshot: $0, glyphs: .braille).summary(within: 80)) }
        #expect(pane(snapshot).hasSuffix("next arrives in 9 ms"))
        for index in snapshot.messages.indices { snapshot.messages[index].fate = .waits }
        #expect(pane(snapshot).hasSuffix("none will arrive"))
    }

    @Test func `The title counts messages and values`() {
        let pane = InFlightPane(snapshot: Scene.busy(), glyphs: .braille)
        #expect(pane.title == "in flight ── 5 messages, 845 values")
        var one = Scene.quiet()
        one.messages = [Scene.message(0, .one(ValueID(3)), role: .useful)]
        #expect(
            plain(InFlightPane(snapshot: one, glyphs: .braille).summary(within: 60))
                == "1 message, 1 value  next arrives in 2 ms")
    }
}
