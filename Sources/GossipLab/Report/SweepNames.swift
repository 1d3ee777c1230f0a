import Engine
import Records
import ScenarioOptions

/// How the combinations of a sweep are told apart: by the options in which they differ.
struct SweepNames {
    /// The options in which combinations differ, in the order of `Scenario.options`, without `--`.
    let varied: [String]
    /// The one with the most values among those that are numbers or durations: a chart draws a line
    /// along it; nil when there is none.
    let along: String?

    /// What all combinations have in common, as options: what is said of every cluster, and what
    /// the defaults have not.
    let common: [(name: String, value: String)]

    /// The names in `report`.
    init(_ report: SweepReport) {
        let lists = report.combinations.map { $0.scenario.optionsWithoutSeed }
        let names = (lists.first ?? []).map(\.name)
        let values = names.indices.map { place in Set(lists.map { $0[place].value }) }
        let differing = names.indices.filter { values[$0].count > 1 }
        // What has no meaning in some combinations differs only because something else does.
        let essential = differing.filter { values[$0].subtracting([.absent]).count > 1 }
        let keys = Set(lists.map { list in essential.map { list[$0].value } })
        let places = keys.count == lists.count ? essential : differing
        varied = places.map { names[$0] }
        let numeric = places.filter { place in
            values[place].allSatisfy { $0.quantity != nil || $0 == .absent }
        }
        along = numeric.max { values[$0].count < values[$1].count }.map { names[$0] }
        common = Self.common(of: report, without: Set(differing.map { names[$0] }))
    }

    private static func common(
        of report: SweepReport, without varied: Set<String>
    ) -> [(name: String, value: String)] {
        guard let first = report.combinations.first?.scenario else { return [] }
        let always: Set = ["node-count", "topology", "rate", "time-limit", "latency"]
        let options = zip(first.optionsWithoutSeed, Scenario().optionsWithoutSeed)
        return options.compactMap { option, standard in
            guard !varied.contains(option.name), option.value != .absent,
                always.contains(option.name) || option.value != standard.value
            else { return nil }
            return (option.name, option.value.text)
        }
    }

    /// What all combinations have in common, in a line.
    var commonText: String { common.map { "\($0.name) \($0.value)" }.joined(separator: ", ") }

    /// The same for a picture, in words where there are some.
    var commonWords: String {
        common.compactMap { name, value in
            switch name {
            case "node-count": "\(value) nodes"
            case "latency": "\(value) ms apart"
            case "rate": "\(value) op/s"
            case "time-limit": "\(value) s"
            case "topology": value
            default: "\(name) \(value)"
            }
        }.joined(separator: ", ")
    }

    /// What tells `combination` from the others, such as `tree4, 50ms`; what was run when it is the
    /// only one.
    func name(of combination: SweepReport.Combination) -> String {
        varied.isEmpty
            ? combination.scenario.summaryWithoutSeed : text(of: combination, for: varied)
    }

    /// The same without the option that a line runs along: the name of that line.
    func seriesName(of combination: SweepReport.Combination) -> String {
        text(of: combination, for: varied.filter { $0 != along })
    }

    /// Where on its line `combination` is, such as `50ms`; empty when there are no lines.
    func placeOnLine(of combination: SweepReport.Combination) -> String {
        along.map { combination.scenario.value(of: $0)?.text ?? "-" } ?? ""
    }

    /// What `combination` says for the option called `option`, `-` where it has no meaning.
    func value(of option: String, in combination: SweepReport.Combination) -> String {
        switch combination.scenario.value(of: option) {
        case .flag(let isSet)?: isSet ? "yes" : "no"
        case .texts(let texts)? where texts.isEmpty: "none"
        case .absent?, nil: "-"
        case let value?: value.text
        }
    }

    private func text(of combination: SweepReport.Combination, for names: [String]) -> String {
        let numericCount = names.count { combination.scenario.value(of: $0)?.quantity != nil }
        return names.compactMap { name in
            guard let value = combination.scenario.value(of: name), value != .absent else {
                return nil
            }
            if case .flag(let isSet) = value { return isSet ? name : "no-\(name)" }
            if case .texts(let texts) = value { return texts.isEmpty ? "no \(name)" : value.text }
            if value == .text("none") { return "no \(name)" }
            // Two bare numbers would not say which is which.
            let needsName =
                value.quantity != nil && (numericCount > 1 || !(value.isDuration))
            return needsName ? "\(name) \(value.text)" : value.text
        }
        .joined(separator: ", ")
    }
}

extension SweepReport {
    /// The report on `runs`, in any order and from any number of machines: the combinations sorted
    /// by their options, numbers by size.
    init(of runs: some Sequence<(scenario: Scenario, outcome: RunOutcome)>) {
        var outcomes: [Scenario: [RunOutcome]] = [:]
        for run in runs {
            var scenario = run.scenario
            scenario.seed = 0
            outcomes[scenario, default: []].append(run.outcome)
        }
        self.init(
            outcomes.map { Combination(scenario: $0.key, outcomes: $0.value) }
                .sorted { $0.scenario.comesBefore($1.scenario) })
    }
}

extension Scenario {
    fileprivate var optionsWithoutSeed: [(name: String, value: OptionValue)] {
        options.filter { $0.name != "seed" }
    }

    fileprivate func value(of name: String) -> OptionValue? {
        options.first { $0.name == name }?.value
    }

    fileprivate func comesBefore(_ other: Scenario) -> Bool {
        for (left, right) in zip(optionsWithoutSeed, other.optionsWithoutSeed)
        where left.value != right.value {
            if let left = left.value.quantity, let right = right.value.quantity {
                return left < right
            }
            return left.value.text < right.value.text
        }
        // Only the contents of their latency maps differ.
        let maps = [self, other].map { $0.network.latencyMap.map { "\($0)" } ?? "" }
        return maps[0] < maps[1]
    }
}

extension OptionValue {
    /// The value as a number, a duration in microseconds; nil for what is none.
    var quantity: Double? {
        switch self {
        case .integer(let integer): Double(integer)
        case .number(let number): number
        case .duration(let duration): Double(duration.microseconds)
        case .text, .flag, .texts, .absent: nil
        }
    }

    fileprivate var isDuration: Bool {
        if case .duration = self { true } else { false }
    }
}
