extension RandomStream {
    /// An exponentially distributed whole number with the given `mean`, rounded down.
    ///
    /// Von Neumann's method ("Various techniques used in connection with random digits", 1951):
    /// only uniform draws and comparisons, so no logarithm whose last bit could differ between
    /// platforms.
    public mutating func exponential(mean: Int) -> Int {
        precondition(mean >= 0, "an exponential mean is 0 or more, not \(mean)")
        var whole: UInt64 = 0
        while true {
            let first = next() >> 32
            var previous = first
            var isOdd = true
            while true {
                let draw = next() >> 32
                if draw >= previous { break }
                previous = draw
                isOdd.toggle()
            }
            if isOdd { return Self.scale(whole: whole, fraction: first, by: UInt64(mean)) }
            whole += 1
        }
    }

    /// `(whole + fraction / 2^32) * factor`, rounded down.
    private static func scale(whole: UInt64, fraction: UInt64, by factor: UInt64) -> Int {
        let product = (whole << 32 | fraction).multipliedFullWidth(by: factor)
        return Int(product.high << 32 | product.low >> 32)
    }
}
