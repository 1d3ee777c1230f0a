extension UInt64 {
    /// A run's digest as it is shown: sixteen hexadecimal digits.
    package var digestText: String {
        let digits = String(self, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
