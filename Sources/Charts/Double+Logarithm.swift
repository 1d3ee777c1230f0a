extension Double {
    /// The decimal logarithm of a positive, finite number, exact to about 15 digits.
    package var log10: Double {
        precondition(self > 0 && isFinite, "there is no logarithm of \(self)")
        var power = Double(exponent)
        var factor = significand
        // Around 1 the series below needs few terms.
        if factor > 1.414 {
            factor /= 2
            power += 1
        }
        let rest = 2 * Self.inverseHyperbolicTangent(of: (factor - 1) / (factor + 1))
        return (power * Self.naturalLogarithmOf2 + rest) / Self.naturalLogarithmOf10
    }

    private static let naturalLogarithmOf2 = 0.693_147_180_559_945_3
    private static let naturalLogarithmOf10 = 2.302_585_092_994_046

    /// By its power series; `ratio` is below 0.2 in magnitude.
    private static func inverseHyperbolicTangent(of ratio: Double) -> Double {
        var power = ratio
        var sum = 0.0
        for degree in stride(from: 1.0, through: 25, by: 2) {
            sum += power / degree
            power *= ratio * ratio
        }
        return sum
    }
}
