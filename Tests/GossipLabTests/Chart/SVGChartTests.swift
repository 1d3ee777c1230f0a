import Foundation
import Testing

@testable import Engine
@testable import GossipLab

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite struct SVGChartTests {
    /// A relative luminance as WCAG 2 has it.
    private static func luminance(_ color: String) throws -> Double {
        let digits = try #require(UInt32(color.dropFirst(), radix: 16))
        let parts = [16, 8, 0].map { shift -> Double in
            let part = Double(digits >> shift & 0xFF) / 255
            return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    @Test(arguments: SeriesStyle.colors + [SeriesStyle.ink], ["#ffffff", "#0d1117", "#000000"])
    func everyToneIsReadOnWhiteAndOnDark(color: String, background: String) throws {
        let lights = try [color, background].map(Self.luminance).sorted()
        #expect((lights[1] + 0.05) / (lights[0] + 0.05) > 4)
    }

    @Test func sixteenSeriesLookDifferent() {
        let styles = (0..<16).map(SeriesStyle.init).map { "\($0.color) \($0.marker)" }
        #expect(Set(styles).count == 16)
    }

    @Test func thePictureIsWellFormedAndHasEveryPoint() throws {
        let report = SweepReport(of: try exampleRuns())
        let chart = TradeOffChart(report)
        let svg = chart.svg
        for best in chart.points where !best.bestFor.isEmpty {
            let label = svg.split(separator: "\n").first { $0.hasSuffix(">\(best.place)</text>") }
            #expect(label?.contains("font-weight=\"600\"") == true, "\(best.name)")
        }
        let titles = Titles()
        let parser = XMLParser(data: Data(svg.utf8))
        parser.delegate = titles
        #expect(parser.parse(), "\(String(describing: parser.parserError))")
        #expect(titles.texts.count == report.combinations.count)
        let names = SweepNames(report)
        for combination in report.combinations {
            let name = names.name(of: combination) + ": "
            #expect(titles.texts.contains { $0.hasPrefix(name) }, "\(name)")
        }
        for words in ["messages per operation", "maximum stable latency, ms", ">part 1<"] {
            #expect(svg.contains(words), "\(words)")
        }
    }

    @Test func namesOfAnyKindAreWellFormed() {
        let name = "a<b> & \"c\"\u{1}\u{7}\n'd'"
        #expect(name.escapedForXML == "a&lt;b&gt; &amp; &quot;c&quot; 'd'")
    }

    @Test func aPictureOfNothingIsStillAPicture() {
        let svg = TradeOffChart(SweepReport([])).svg
        #expect(XMLParser(data: Data(svg.utf8)).parse())
    }

    /// The texts of all `title` elements.
    private final class Titles: NSObject, XMLParserDelegate {
        var texts: [String] = []
        private var isWithin = false

        func parser(
            _: XMLParser, didStartElement name: String, namespaceURI: String?,
            qualifiedName: String?, attributes: [String: String]
        ) {
            isWithin = name == "title"
            if isWithin { texts.append("") }
        }

        func parser(_: XMLParser, foundCharacters text: String) {
            if isWithin { texts[texts.count - 1] += text }
        }

        func parser(
            _: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
        ) {
            isWithin = false
        }
    }
}

/// Runs of the challenge's cluster that take no time to make.
func exampleRuns() throws -> [(scenario: Scenario, outcome: RunOutcome)] {
    let plan = try SweepPlan(
        arguments: [
            "--topology", "grid,tree4", "--batch-interval", "0ms,100ms", "--loss", "0,0.3",
        ],
        seedCount: 3)
    return plan.runs.enumerated().map { place, scenario in
        let outcome = RunOutcome(
            seed: scenario.seed, digest: 1, isValid: scenario.network.loss == 0
        ) { figure in
            let place = Double(place % plan.combinations.count)
            return switch figure {
            case .messagesPerOperation: 25 - 2 * place
            case .stable: 300 + 100 * place + Double(scenario.seed % 3)
            default: 1
            }
        }
        return (scenario, outcome)
    }
}
