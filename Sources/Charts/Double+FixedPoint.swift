extension Double {
    /// The number with exactly `digits` digits after the point, rounded.
    package func fixed(_ digits: Int) -> String {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = Int((self * scale).rounded())
        guard digits > 0 else { return "\(scaled)" }
        let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt(scale))
        return (scaled < 0 ? "-" : "") + "\(whole)." + "\(UInt(scale) + rest)".dropFirst()
    }
}
