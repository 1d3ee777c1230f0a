extension Int {
    /// The number that is written in digits alone, without a sign.
    public init?(digits text: Substring) {
        guard text.allSatisfy({ ("0"..."9").contains($0) }) else { return nil }
        self.init(text)
    }
}
