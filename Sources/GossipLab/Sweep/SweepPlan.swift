import ArgumentParser
import Engine
import Records
import ScenarioOptions

/// The runs of a sweep: every combination of the values of its options, each under every seed.
struct SweepPlan {
    private static let mostRuns = 1_000_000

    /// One scenario per combination, the last option's values changing fastest; the seed is that of
    /// the first run.
    let combinations: [Scenario]
    /// The seeds that every combination is run with.
    let seeds: [UInt64]

    /// The plan for the scenario that `arguments` describe, with lists and ranges among the values,
    /// under `seedCount` seeds (nil: 10) from the scenario's own on, unless `--seed` is a list.
    ///
    /// Throws a `ValidationError` about the first thing that is wrong.
    init(arguments: [String], seedCount: Int?) throws {
        var axes = try SweepAxis.axes(of: arguments)
        let seedAxis = axes.first { $0.option == "--seed" }
        axes.removeAll { $0.option == "--seed" }
        let seeds = try Self.seeds(from: seedAxis, count: seedCount)
        // The product of long lists may be beyond any integer.
        let runCount = axes.reduce(Double(seeds.count)) { $0 * Double($1.choices.count) }
        guard runCount <= Double(Self.mostRuns) else {
            throw ValidationError(
                "these are \(Int(min(runCount, 1e15))) runs, and a sweep has at most "
                    + "\(Self.mostRuns): shorten a list, or take fewer '--seeds'.")
        }
        combinations = try Self.combinations(of: axes, firstSeed: seeds[0])
        self.seeds = seeds
    }

    /// Every run: all combinations under the first seed, then all under the second, so that a sweep
    /// that is ended early has about as many runs of each.
    var runs: [Scenario] {
        seeds.flatMap { seed in
            combinations.map { combination in
                var scenario = combination
                scenario.seed = seed
                return scenario
            }
        }
    }

    private static func seeds(from axis: SweepAxis?, count: Int?) throws -> [UInt64] {
        let seeds = try (axis?.choices ?? []).map { choice in
            try ScenarioOptions.parse(reading: choice).scenario().seed
        }
        if seeds.count > 1 {
            guard count == nil else {
                throw ValidationError(
                    "'--seeds' counts on from one seed: give '--seed' a single value, or leave "
                        + "'--seeds' out.")
            }
            guard Set(seeds).count == seeds.count else {
                throw ValidationError("'--seed' has the same seed twice: leave one out.")
            }
            return seeds
        }
        let first = seeds.first ?? Scenario().seed
        let count = count ?? 10
        guard UInt64.max - first >= UInt64(count - 1) else {
            throw ValidationError(
                "'--seeds \(count)' goes beyond the highest seed: '--seed' is at most "
                    + "\(UInt64.max - UInt64(count - 1)).")
        }
        return (0..<UInt64(count)).map { first + $0 }
    }

    private static func combinations(
        of axes: [SweepAxis], firstSeed: UInt64
    ) throws -> [Scenario] {
        // Reading an option takes long, and there are many more combinations than values.
        let options = try axes.map { axis in try axis.choices.map(ScenarioOptions.parse(reading:)) }
        let places = axes.reduce([[]] as [[Int]]) { lists, axis in
            lists.flatMap { list in axis.choices.indices.map { list + [$0] } }
        }
        let none = try ScenarioOptions.parse(reading: [])
        var found: [Scenario: (places: [Int], isReduced: Bool)] = [:]
        var refusal: (any Error)?
        let combinations = try places.compactMap { places -> Scenario? in
            let choices = zip(options, places).reduce(none) { $0.adding($1.0[$1.1]) }
            var scenario: Scenario
            var isReduced = false
            do {
                scenario = try choices.scenario()
            } catch {
                // What has a meaning in other combinations only is left out of this one.
                guard let reduced = try? choices.withoutIdleOptions.scenario() else {
                    throw axes.allSatisfy { $0.choices.count == 1 }
                        ? error
                        : ValidationError("\(error)\nThis is about '\(words(axes, places))'.")
                }
                scenario = reduced
                isReduced = true
                refusal = refusal ?? error
            }
            scenario.seed = firstSeed
            if let other = found[scenario] {
                if isReduced || other.isReduced { return nil }
                throw ValidationError(
                    "'\(words(axes, other.places))' and '\(words(axes, places))' "
                        + "are the same scenario: leave one out.")
            }
            found[scenario] = (places, isReduced)
            return scenario
        }
        // It has no meaning in any.
        if let refusal, found.values.allSatisfy(\.isReduced) { throw refusal }
        return combinations
    }

    /// The arguments of a combination, whose choices are at these places.
    private static func words(_ axes: [SweepAxis], _ places: [Int]) -> String {
        zip(axes, places).flatMap { $0.choices[$1] }.joined(separator: " ")
    }
}
