extension Double {
    /// The number with one decimal, cut and not rounded: 29.97 never shows as a limit of 30.
    ///
    /// Zero or more, and small enough for an `Int`.
    var withOneDecimal: String {
        let tenths = Int(self * 10)
        return "\((tenths / 10).grouped).\(tenths % 10)"
    }

    /// The number in full, without a fraction if it has none: `100`, `0.05`.
    var brief: String {
        self == rounded() ? Int(self).grouped : "\(self)"
    }
}
