/// An element of an SVG document, as its text.
package struct SVGElement: CustomStringConvertible {
    /// The element with everything in it.
    package let description: String

    /// The element called `name`, with `content` between its tags; coordinates among `attributes`
    /// are in the document's units.
    package init(_ name: String, _ attributes: [(String, Value)], content: String = "") {
        let words = attributes.map { " \($0.0)=\"\($0.1.text)\"" }.joined()
        description =
            content.isEmpty ? "<\(name)\(words)/>" : "<\(name)\(words)>\(content)</\(name)>"
    }

    /// What an attribute says.
    package enum Value: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
        case word(String)
        /// Written with one digit behind the point.
        case number(Double)

        package init(stringLiteral value: String) { self = .word(value) }

        fileprivate var text: String {
            switch self {
            case .word(let word): word.escapedForXML
            case .number(let number):
                number == number.rounded() ? number.fixed(0) : number.fixed(1)
            }
        }
    }
}

extension String {
    /// The text as XML has it between tags and within quotes; what XML cannot hold is left out.
    package var escapedForXML: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n": escaped += " "
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
