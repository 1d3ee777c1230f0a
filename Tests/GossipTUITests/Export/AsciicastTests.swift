import Engine
import Foundation
import Testing

@testable import GossipTUI

/// Recordings, played by a terminal of the least kind.
@Suite struct AsciicastTests {
    /// As much of a terminal as recordings need.
    private struct Player {
        var rows: [[Unicode.Scalar]]
        var column = 0
        var row = 0

        init(columns: Int, rows: Int) {
            self.rows = Array(repeating: Array(repeating: " ", count: columns), count: rows)
        }

        var text: String {
            rows.map { row in
                var line = String.UnicodeScalarView(row)
                while line.last == " " { line.removeLast() }
                return String(line)
            }.joined(separator: "\n")
        }

        mutating func play(_ event: [Any]) {
            guard event.count == 3, let kind = event[1] as? String, let data = event[2] as? String
            else { return }
            if kind == "r" {
                let size = data.split(separator: "x").compactMap { Int($0) }
                self = Player(columns: size[0], rows: size[1])
                return
            }
            var rest = Array(data.unicodeScalars)[...]
            while let scalar = rest.popFirst() {
                guard scalar == "\u{1b}" else {
                    rows[row][column] = scalar
                    column += 1
                    continue
                }
                _ = rest.popFirst()
                let digits = rest.prefix { !("@"..."~").contains($0) }
                rest = rest.dropFirst(digits.count)
                let numbers = String(String.UnicodeScalarView(digits)).split(separator: ";")
                    .compactMap { Int($0) }
                switch rest.popFirst() {
                case "H": (row, column) = (numbers[0] - 1, numbers[1] - 1)
                case "J":
                    self = Player(columns: rows.first?.count ?? 0, rows: rows.count)
                default: break
                }
            }
        }
    }

    private func parsed(_ line: some StringProtocol) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(line.utf8))
    }

    /// What the screen shows after each event of a recording.
    private func played(_ cast: String) throws -> [(time: Double, text: String)] {
        let lines = cast.split(separator: "\n")
        let header = try #require(try parsed(lines[0]) as? [String: Any])
        #expect(header["version"] as? Int == 2)
        var player = Player(
            columns: try #require(header["width"] as? Int),
            rows: try #require(header["height"] as? Int))
        return try lines.dropFirst().map { line in
            let event = try #require(try parsed(line) as? [Any])
            player.play(event)
            return (try #require(event[0] as? Double), player.text)
        }
    }

    /// A screen with some random glyphs in random styles, among them those that JSON escapes.
    private func canvas(_ luck: inout RandomStream, columns: Int, rows: Int) -> Canvas {
        let glyphs = Array("ab \"\\●⠒━é/".unicodeScalars)
        var canvas = Canvas(columns: columns, rows: rows)
        for _ in 0..<60 {
            let style = Style.allCases[luck.integer(below: Style.allCases.count)]
            canvas[luck.integer(below: columns), luck.integer(below: rows)] = Cell(
                glyph: glyphs[luck.integer(below: glyphs.count)], style: style)
        }
        return canvas
    }

    @Test func everyScreenIsPlayedAsItWasShown() throws {
        var luck = RandomStream(seed: 7, purpose: .workload)
        var encoder = Asciicast()
        var lines = [Asciicast.header(columns: 40, rows: 12)]
        var shown: [String] = []
        for step in 0..<60 {
            let isLarge = step / 15 % 2 == 1
            let canvas = canvas(&luck, columns: isLarge ? 60 : 40, rows: isLarge ? 20 : 12)
            let events = encoder.events(showing: canvas, in: .terminal, at: Double(step) / 30)
            lines += events.map { $0.line() }
            shown.append(canvas.text)
            #expect(encoder.events(showing: canvas, in: .terminal, at: 99).isEmpty)
        }
        let played = try played(lines.joined(separator: "\n"))
        var texts = shown[...]
        for frame in played where frame.text == texts.first { texts.removeFirst() }
        #expect(texts.isEmpty)
        #expect(played.last?.text == shown.last)
    }

    @Test func anotherThemeDrawsTheSameScreenAnew() {
        var canvas = Canvas(columns: 4, rows: 1)
        canvas.write(StyledText("fail", .fail), column: 0, row: 0, width: 4)
        var encoder = Asciicast()
        let red = encoder.events(showing: canvas, in: .terminal, at: 0).map(\.data).joined()
        let plain = encoder.events(showing: canvas, in: .monochrome, at: 1).map(\.data).joined()
        #expect(red.contains("\u{1b}[0;1;31mfail"))
        #expect(plain.contains("\u{1b}[0;1;4mfail"))
        #expect(encoder.events(showing: canvas, in: .monochrome, at: 2).isEmpty)
    }

    @Test func theLastMinuteBeginsWithAWholeScreenAndEndsWithTheLast() throws {
        var luck = RandomStream(seed: 8, purpose: .workload)
        var minute = LastMinute()
        #expect(minute.cast == nil)
        var shown: [(time: Double, text: String)] = []
        for step in 0..<400 {
            let canvas = canvas(&luck, columns: 30, rows: 10)
            let time = 5 + Double(step) / 2
            minute.record(canvas, in: .monochrome, at: time)
            shown.append((time, canvas.text))
        }
        let played = try played(try #require(minute.cast))
        #expect(played.first?.time == 0)
        let length = try #require(played.last).time
        #expect(length >= 55 && length <= 66)
        let kept = shown.filter { $0.time >= (shown.last?.time ?? 0) - length }
        #expect(played.map(\.text) == kept.map(\.text))
    }
}
