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

    @Test func `A message that a cut will stop is marked as cut`() {
        var snapshot = Scene.busy()
        snapshot.blockedLinks = .between(
            [NodeID(0)], (1..<25).map(NodeID.init), nodeCount: 25)
        let canvas = drawn(
            InFlightPane(snapshot: snapshot, glyphs: .braille), columns: 48, rows: 2)
        #expect(canvas[0, 0] == Cell(glyph: "╳", style: .cut))
        #expect(canvas[0, 1] == Cell(glyph: "◦", style: .redundant))
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
