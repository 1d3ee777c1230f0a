import Foundation
import Testing

@testable import GossipTUI

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct ScreenSVGTests {
    /// Collects the texts of a document, one line for each row.
    private final class Reader: NSObject, XMLParserDelegate {
        var rows: [Double: String] = [:]
        var row: Double?

        func parser(
            _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            if name == "text" { row = attributes["y"].flatMap(Double.init) }
        }

        func parser(_ parser: XMLParser, foundCharacters string: String) {
            if let row { rows[row, default: ""] += string }
        }

        func parser(
            _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
            qualifiedName: String?
        ) {
            if name == "text" { row = nil }
        }
    }

    /// The rows of text in a document; nil where it is not well-formed.
    private func rows(of document: String) -> [String]? {
        let reader = Reader()
        let parser = XMLParser(data: Data(document.utf8))
        parser.delegate = reader
        guard parser.parse() else { return nil }
        return reader.rows.sorted { $0.key < $1.key }.map(\.value)
    }

    @Test(arguments: Theme.allCases)
    func theTextIsThatOfTheScreen(theme: Theme) throws {
        for glyphs in GlyphSet.allCases {
            var state = Scene.state(Scene.busy(), columns: 120, rows: 40)
            state.glyphs = glyphs
            let canvas = render(state)
            let document = ScreenSVG(canvas: canvas, theme: theme).text
            let rows = try #require(self.rows(of: document))
            let expected = canvas.text.split(separator: "\n").map(String.init)
            #expect(rows == expected)
        }
    }

    @Test func whatXMLWritesOtherwiseIsEscaped() {
        var canvas = Canvas(columns: 12, rows: 2)
        canvas.write("a<b> & \"c\"", column: 1, row: 1, style: .title)
        let document = ScreenSVG(canvas: canvas, theme: .terminal).text
        #expect(rows(of: document) == [" a<b> & \"c\""])
        #expect(document.contains("font-weight=\"bold\""))
        #expect(!document.contains("<b>"))
    }

    @Test func anEmptyScreenIsAPictureToo() {
        for (columns, rows) in [(0, 0), (1, 1), (500, 200)] {
            let canvas = Canvas(columns: columns, rows: rows)
            #expect(self.rows(of: ScreenSVG(canvas: canvas, theme: .terminal).text) == [])
        }
    }
}
