import Engine
import Records
import ScenarioOptions

/// Runs as rows of a CSV file, as RFC 4180 has it but for plain line feeds; a row is one line.
///
/// The cells of a scenario are whatever text they are. What comes behind them is plain, so that it
/// can be told apart at the commas.
enum RunRow {
    /// The names of the columns.
    static let header = cells(
        ["version"] + Scenario().options.map(\.name) + ["latency-map-text"] + plainColumns)

    /// The row of a run.
    static func text(of scenario: Scenario, _ outcome: RunOutcome) -> String {
        let figures = RunFigure.all.map { outcome[$0].map(text) ?? "" }
        let plain = [outcome.digest.digestText, "\(outcome.isValid)"] + figures
        return start(of: scenario) + "," + plain.joined(separator: ",")
    }

    /// The cells that the row of a run of `scenario` begins with: the version and the scenario.
    static func start(of scenario: Scenario) -> String {
        let map = scenario.network.latencyMap.map { "\($0)" } ?? ""
        return cells([Release.version] + scenario.options.map(\.value.text) + [map])
    }

    /// `row` in two: what `start` made, and the plain cells behind it; nil when it has too few.
    static func parts(of row: String) -> (start: String, plain: [Substring])? {
        var plain: [Substring] = []
        var rest = row[...]
        for _ in plainColumns {
            guard let comma = rest.utf8.lastIndex(of: UInt8(ascii: ",")) else { return nil }
            plain.append(rest[rest.utf8.index(after: comma)...])
            rest = rest[..<comma]
        }
        return (String(rest), plain.reversed())
    }

    /// What the plain cells of a row say about the run with `seed`; throws the name of the first
    /// column that is wrong.
    static func outcome(in plain: [Substring], seed: UInt64) throws(WrongColumn) -> RunOutcome {
        guard plain.count == plainColumns.count, plain[0].utf8.count == 16,
            let digest = UInt64(plain[0], radix: 16)
        else { throw WrongColumn(name: "digest") }
        guard let isValid = Bool(String(plain[1])) else { throw WrongColumn(name: "valid") }
        var values: [RunFigure: Double] = [:]
        for (figure, cell) in zip(RunFigure.all, plain[2...]) where !cell.isEmpty {
            guard let value = Double(cell), RunFigure.range.contains(value) else {
                throw WrongColumn(name: figure.name)
            }
            values[figure] = value
        }
        return RunOutcome(seed: seed, digest: digest, isValid: isValid) { values[$0] }
    }

    /// A column whose cell does not say what it must.
    struct WrongColumn: Error, Equatable {
        let name: String
    }

    private static let plainColumns = ["digest", "valid"] + RunFigure.all.map(\.name)

    private static func text(of number: Double) -> String {
        Int(exactly: number).map { "\($0)" } ?? "\(number)"
    }

    private static func cells(_ texts: [String]) -> String {
        texts.map(\.csvCell).joined(separator: ",")
    }
}
