/// A chance, held as a threshold for whole random words.
struct Probability: Hashable, Sendable {
    /// The chance times 2^64; nil stands for certainty.
    private let threshold: UInt64?

    /// The chance `share`, 0...1.
    init(_ share: Double) {
        precondition((0...1).contains(share), "a probability is in 0...1, not \(share)")
        threshold = share < 1 ? UInt64(share * 0x1p64) : nil
    }

    /// Draws once; nothing is drawn when the chance is nil or certain.
    func happens(using random: inout RandomStream) -> Bool {
        guard let threshold else { return true }
        return threshold > 0 && random.next() < threshold
    }
}
