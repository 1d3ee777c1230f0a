import Charts

/// A screen as an SVG document, on a dark ground.
///
/// Every stretch of one style is a text of its own that is set to its columns, so that any
/// monospaced font keeps the grid; the texts of a row, one after the other, are the row's.
struct ScreenSVG {
    let canvas: Canvas
    let theme: Theme

    /// How the document begins.
    static let start = "<svg "

    /// The size of a cell, of the margin and of the font, in pixels.
    private static let cell = (width: 8.4, height: 16.0)
    private static let margin = 10.0
    private static let fontSize = 14.0
    private static let ground = "#14161b"
    private static let ink = "#d8dade"

    /// The document.
    var text: String {
        let width = Double(canvas.columns) * Self.cell.width + 2 * Self.margin
        let height = Double(canvas.rows) * Self.cell.height + 2 * Self.margin
        let rows = (0..<canvas.rows).map { row(at: $0) }
        let content = [
            SVGElement("title", [], content: "GossipTUI".escapedForXML).description,
            SVGElement(
                "rect",
                [
                    ("width", .number(width)), ("height", .number(height)), ("rx", .number(8)),
                    ("fill", .word(Self.ground)),
                ]
            ).description,
        ]
        return SVGElement(
            "svg",
            [
                ("xmlns", "http://www.w3.org/2000/svg"),
                ("viewBox", "0 0 \(width.fixed(1)) \(height.fixed(1))"),
                ("width", .number(width)), ("height", .number(height)),
                ("font-family", "DejaVu Sans Mono, Menlo, Consolas, monospace"),
                ("font-size", .number(Self.fontSize)), ("fill", .word(Self.ink)),
            ], content: "\n" + (content + rows).joined(separator: "\n") + "\n"
        ).description
    }

    /// A row's grounds, if any, and its text.
    private func row(at row: Int) -> String {
        let top = Self.margin + Double(row) * Self.cell.height
        var grounds = ""
        var texts = ""
        for run in runs(in: row) {
            let look = theme.look(of: run.style)
            let left = Self.margin + Double(run.start) * Self.cell.width
            let length = Double(run.text.columns) * Self.cell.width
            if look.attributes.contains(.reverse) {
                grounds +=
                    SVGElement(
                        "rect",
                        [
                            ("x", .number(left)), ("y", .number(top)), ("width", .number(length)),
                            ("height", .number(Self.cell.height)),
                            ("fill", .word(Self.color(of: look))),
                        ]
                    ).description
            }
            texts +=
                SVGElement(
                    "tspan",
                    [("x", .number(left)), ("textLength", .number(length))]
                        + Self.attributes(of: look),
                    content: run.text.escapedForXML
                ).description
        }
        guard !texts.isEmpty else { return "" }
        return grounds
            + SVGElement(
                "text",
                [
                    ("y", .number(top + Self.cell.height * 0.78)), ("xml:space", "preserve"),
                ], content: texts
            ).description
    }

    /// A stretch of one style, its first column, and its text.
    private struct Run {
        let style: Style
        let start: Int
        var text: String
    }

    /// The stretches of a row, up to its last glyph.
    private func runs(in row: Int) -> [Run] {
        var runs: [Run] = []
        let cells = canvas.row(row)
        let count = cells.count - cells.reversed().prefix { $0 == .blank }.count
        for (column, cell) in cells.prefix(count).enumerated() {
            if runs.last?.style == cell.style {
                runs[runs.count - 1].text.unicodeScalars.append(cell.glyph)
            } else {
                runs.append(Run(style: cell.style, start: column, text: String(cell.glyph)))
            }
        }
        return runs
    }

    private static func attributes(of look: Look) -> [(String, SVGElement.Value)] {
        var attributes: [(String, SVGElement.Value)] = []
        if look.attributes.contains(.reverse) {
            attributes.append(("fill", .word(ground)))
        } else if look.color != nil {
            attributes.append(("fill", .word(color(of: look))))
        }
        if look.attributes.contains(.bold) { attributes.append(("font-weight", "bold")) }
        if look.attributes.contains(.dim) { attributes.append(("fill-opacity", "0.5")) }
        if look.attributes.contains(.underline) {
            attributes.append(("text-decoration", "underline"))
        }
        return attributes
    }

    private static func color(of look: Look) -> String {
        switch look.color {
        case nil: ink
        case .red: "#f0616b"
        case .green: "#35b779"
        case .yellow: "#e0b83c"
        case .magenta: "#cf7ae0"
        case .cyan: "#2fa8d5"
        }
    }
}
