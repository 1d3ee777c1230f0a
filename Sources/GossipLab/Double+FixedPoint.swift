extension Double {
    /// The number with exactly `digits` digits after the point, rounded.
    func fixed(_ digits: Int) -> String {
        var scale = 1.0
        for _ in 0..<digits { scale *= 10 }
        let scaled = (self * scale).rounded()
        guard digits > 0 else { return "\(Int(scaled))" }
        let (whole, rest) = Int(scaled).quotientAndRemainder(dividingBy: Int(scale))
        return "\(whole)." + "\(Int(scale) + rest)".dropFirst()
    }
}
