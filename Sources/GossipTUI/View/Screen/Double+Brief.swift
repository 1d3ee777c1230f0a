extension Double {
    /// The number with two decimals, rounded; zero or more, and small enough for an `Int`.
    var withTwoDecimals: String {
        let hundredths = Int((self * 100).rounded())
        let fraction = hundredths % 100
        return "\((hundredths / 100).grouped).\(fraction < 10 ? "0" : "")\(fraction)"
    }

    /// The number in full, without a fraction if it has none: `100`, `0.05`.
    var brief: String {
        self == rounded() ? Int(self).grouped : "\(self)"
    }
}
