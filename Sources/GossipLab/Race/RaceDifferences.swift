import Engine
import Records
import ScenarioOptions

/// The options in which two contenders differ, side by side.
struct RaceDifferences {
    private static let nameWidth = 22
    private static let valueWidth = 29

    /// One line per option, the contenders' names above; 80 columns wide at most.
    let lines: [String]

    /// What differs in `report`.
    init(_ report: RaceReport) {
        let options = zip(report.a.scenario.options, report.b.scenario.options)
        let differing = options.filter { a, b in a.value != b.value }
        let rows = differing.map { a, b in [a.name, a.value.words, b.value.words] }
        let names = RaceReport.Side.allCases.map { side in
            let letter = side.rawValue.uppercased()
            let name = report[side].name
            return name == letter ? letter : "\(letter): \(name)"
        }
        // Latency maps of the same name may still say different things.
        let others = rows.isEmpty ? [["latency-map", "the file's contents differ", ""]] : []
        lines = ([[""] + names] + rows + others).flatMap(Self.lines)
    }

    private static func lines(of row: [String]) -> [String] {
        let columns = row.dropFirst().map { $0.wrapped(to: valueWidth - 1) }
        let height = columns.map(\.count).max() ?? 0
        return (0..<height).map { line in
            let cells = columns.map { line < $0.count ? $0[line] : "" }
            let name = (line == 0 ? row[0] : "").padded(to: nameWidth)
            return name + (cells[0].padded(to: valueWidth) + cells[1]).trimmingTrailingBlanks
        }
    }
}

extension OptionValue {
    /// The value as a person says it.
    fileprivate var words: String {
        switch self {
        case .flag(let isSet): isSet ? "yes" : "no"
        case .texts([]): "none"
        case .absent: "-"
        case .number, .integer, .duration, .text, .texts: text
        }
    }
}
