import Engine
import Testing

@testable import GossipTUI

struct ClusterMessagesTests {
    private let pair = ClusterSnapshot.example(.line, nodeCount: 2)

    @Test("A message moves along its link, from the sender to the receiver")
    func messageMoves() {
        let there = [0, 30, 50, 70, 100].map {
            pair.sending(.useful, from: 0, to: 1, hundredths: $0).picture(26, 1).text
        }
        #expect(
            there == [
                "      on0*------on1", "      on0--*----on1", "      on0---*---on1",
                "      on0----*--on1", "      on0------*on1",
            ])
        let back = [0, 30, 50, 70, 100].map {
            pair.sending(.useful, from: 1, to: 0, hundredths: $0).picture(26, 1).text
        }
        #expect(back == there.reversed())
    }

    @Test("What a message brings is seen in its glyph and its style")
    func rolesDiffer() {
        func look(
            _ role: InFlightMessage.Role, _ values: [Int], _ glyphs: GlyphSet
        ) -> String {
            let snapshot = pair.sending(
                role, from: 0, to: 1, hundredths: 50, values: values)
            let cell = snapshot.picture(26, 1, glyphs)[12, 0]
            return "\(cell.glyph)\(cell.style.code)"
        }
        #expect(look(.useful, [1], .braille) == "•u")
        #expect(look(.useful, [1, 2], .braille) == "■u")
        #expect(look(.redundant, [1], .braille) == "◦r")
        #expect(look(.repair, [1, 2], .braille) == "◆R")
        #expect(look(.useful, [1], .ascii) == "*u")
        #expect(look(.useful, [1, 2], .ascii) == "#u")
        #expect(look(.redundant, [1], .ascii) == ".r")
        #expect(look(.repair, [1, 2], .ascii) == "+R")
    }

    @Test("Where messages meet, useful is seen before repair, and repair before redundant")
    func precedence() {
        let roles: [InFlightMessage.Role] = [.redundant, .repair, .useful]
        for (low, role) in roles.enumerated() {
            for other in roles[low...] {
                for order in [[role, other], [other, role]] {
                    let meeting = order.reduce(pair) {
                        $0.sending($1, from: 0, to: 1, hundredths: 50)
                    }
                    let alone = pair.sending(other, from: 0, to: 1, hundredths: 50)
                    #expect(meeting.picture(26, 1) == alone.picture(26, 1))
                }
            }
        }
    }

    @Test("A repair flies straight between nodes without a link")
    func repairFliesStraight() {
        let ring = ClusterSnapshot.example(.ring, nodeCount: 24)
            .sending(.repair, from: 6, to: 18, hundredths: 50)
        let picture = ring.picture(65, 23, .braille)
        let cells = picture.cells(styled: .repair)
        #expect(cells.count == 1)
        #expect(cells.allSatisfy { $0.row == 11 && abs($0.column - 32) <= 1 })
    }

    @Test("A message that a cut will stop is not seen; one that is past it arrives")
    func cutStopsMessages() {
        let cut = pair.cut(off: [1])
        let stopped = cut.sending(.useful, from: 0, to: 1, hundredths: 20, fate: .cut)
        #expect(stopped.picture(40, 1) == cut.picture(40, 1))
        let past = cut.sending(.useful, from: 0, to: 1, hundredths: 20)
        #expect(past.picture(40, 1).cells(styled: .useful).count == 1)
    }

    @Test("What goes to a node that is down is faint, and gives way to all that arrives")
    func lostMessagesAreFaint() {
        let lost = pair.with([1], .down)
            .sending(.useful, from: 0, to: 1, hundredths: 50, fate: .lost)
        let picture = lost.picture(26, 1)
        #expect(picture.text == "      on0---*---!n1")
        #expect(picture.styleText == "      -ssLLL-LLLCCC")
        let meeting = lost.sending(.redundant, from: 1, to: 0, hundredths: 50)
        #expect(meeting.picture(26, 1).text == "      on0---.---!n1")
    }

    @Test("What waits for a paused node stands at its door")
    func waitingMessagesStandAtTheDoor() {
        let waiting = pair.with([1], .paused)
            .sending(.useful, from: 0, to: 1, hundredths: 500, fate: .waits)
        #expect(waiting.picture(26, 1, .braille).text == "      ○n0⠒⠒⠒⠒⠒⠒•‖n1")
        #expect(waiting.picture(26, 1, .braille).styleText == "      -ssLLLLLLuZZZ")
    }

    @Test("A message to oneself is seen in place of the mark of the self-loop")
    func selfMessage() {
        let heap = ClusterSnapshot.example(.heap, nodeCount: 5)
            .sending(.redundant, from: 4, to: 4, hundredths: 70)
        #expect(heap.picture(40, 14).text.contains(".n4o"))
        #expect(heap.picture(40, 14).text.contains("&n3o"))
    }

    @Test("Messages never cover a node or a name", arguments: Topology.allCases)
    func messagesStayBelow(topology: Topology) {
        let quiet = ClusterSnapshot.example(topology, nodeCount: 25)
        var busy = quiet
        for source in 0..<25 {
            for destination in 0..<25 where source != destination {
                busy = busy.sending(
                    .repair, from: source, to: destination,
                    hundredths: (source * 25 + destination) % 100)
            }
        }
        let styles: [Style] = [.faint, .plain, .selected]
        let before = quiet.picture(78, 14, .braille)
        let after = busy.picture(78, 14, .braille)
        for row in 0..<14 {
            for column in 0..<78
            where before[column, row] != .blank && styles.contains(before[column, row].style) {
                #expect(after[column, row] == before[column, row])
            }
        }
        #expect(after.cells(styled: .repair).count > 100)
    }
}
