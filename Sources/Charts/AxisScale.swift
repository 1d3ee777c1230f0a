/// An axis of a chart: which part of it a value belongs to, and where its ticks are.
package struct AxisScale {
    package enum Kind {
        case linear
        /// Equal steps are equal factors.
        case logarithmic
    }

    package let kind: Kind
    /// What the axis shows; both ends are above 0 if it is logarithmic.
    package let range: ClosedRange<Double>

    /// The axis that shows `range`; linear if a logarithmic one cannot.
    package init(_ kind: Kind, range: ClosedRange<Double>) {
        self.kind = range.lowerBound > 0 ? kind : .linear
        self.range = range
    }

    /// The axis that shows all finite `values` with some room around them; a logarithmic one leaves
    /// out those that are not above 0, and is linear if no others are left.
    package init(_ kind: Kind, covering values: some Sequence<Double>) {
        let finite = values.filter(\.isFinite)
        let positive = finite.filter { $0 > 0 }
        if kind == .logarithmic, let least = positive.min(), let greatest = positive.max() {
            let factor = 1.06 + 0.1 * (greatest.log10 - least.log10)
            self.init(kind, range: (least / factor)...(greatest * factor))
        } else {
            let least = finite.min() ?? 0
            let greatest = finite.max() ?? 0
            let span = greatest - least
            let room = span > 0 ? 0.05 * span : max(0.1 * greatest.magnitude, 1)
            // What cannot be negative has no axis below 0.
            let lower = least >= 0 ? max(0, least - room) : least - room
            self.init(.linear, range: lower...(greatest + room))
        }
    }

    /// Where `value` is: 0 at the lower end, 1 at the upper one; the nearer end if it is not shown.
    package func position(of value: Double) -> Double {
        guard value > range.lowerBound else { return 0 }
        guard value < range.upperBound else { return 1 }
        switch kind {
        case .linear:
            return (value - range.lowerBound) / (range.upperBound - range.lowerBound)
        case .logarithmic:
            let lower = range.lowerBound.log10
            return (value.log10 - lower) / (range.upperBound.log10 - lower)
        }
    }

    /// The value at `position`, 0 at the lower end and 1 at the upper one; found by bisection, for
    /// there is no exponential function at hand.
    package func value(at position: Double) -> Double {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        for _ in 0..<50 {
            let middle = (lower + upper) / 2
            if self.position(of: middle) < position { lower = middle } else { upper = middle }
        }
        return (lower + upper) / 2
    }

    /// The round values in `range` that an axis names, ascending: 1, 2 or 5 times a power of ten,
    /// or their multiples where that would be too few; about `count` at most.
    package func ticks(atMost count: Int = 10) -> [Double] {
        guard kind == .logarithmic else { return multiples(atMost: count) }
        for factors in [[1, 2, 5], [1]] {
            let ticks = powers(times: factors)
            if ticks.count < 3 { break }
            if ticks.count <= count { return ticks }
        }
        let powers = powers(times: [1])
        guard powers.count > count else { return multiples(atMost: min(count, 5)) }
        let step = (powers.count + count - 1) / max(1, count)
        return stride(from: 0, to: powers.count, by: step).map { powers[$0] }
    }

    /// `tick` as it is written beside the axis, such as 0.5 or 1000.
    package static func label(of tick: Double) -> String {
        Int(exactly: tick).map { "\($0)" } ?? "\(tick)"
    }

    /// `factors` times all powers of ten, as far as they are in `range`.
    private func powers(times factors: [Int]) -> [Double] {
        let first = Int(range.lowerBound.log10.rounded(.down))
        let last = Int(range.upperBound.log10.rounded(.up))
        return (first...last).flatMap { power in
            factors.map { Self.scaled(Double($0), byPowerOfTen: power) }
        }
        .filter(range.contains)
    }

    /// The multiples of the least 1-2-5 step that has at most `count` of them in `range`.
    private func multiples(atMost count: Int) -> [Double] {
        let span = range.upperBound - range.lowerBound
        guard span > 0, count > 0 else { return [] }
        let least = Int((span / Double(count)).log10.rounded(.down))
        for power in least...(least + 2) {
            for factor in [1.0, 2, 5] {
                let step = Self.scaled(factor, byPowerOfTen: power)
                let first = (range.lowerBound / step).rounded(.up)
                let last = (range.upperBound / step).rounded(.down)
                guard last - first < Double(count) else { continue }
                return stride(from: first, through: last, by: 1).map {
                    Self.scaled($0 * factor, byPowerOfTen: power)
                }
            }
        }
        return []
    }

    /// A division is exact where a multiplication with 0.1 is not.
    private static func scaled(_ value: Double, byPowerOfTen power: Int) -> Double {
        let scale = (0..<power.magnitude).reduce(1.0) { scale, _ in scale * 10 }
        return power < 0 ? value / scale : value * scale
    }
}
