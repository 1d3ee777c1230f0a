/// The quantiles that Maelstrom reports, of a sorted list.
public struct Quantiles<Element: Comparable & Sendable>: Sendable {
    /// A share of the list, 0...1, and the element found there.
    public struct Entry: Sendable {
        /// The share of the list that comes before, 0...1.
        public let share: Double
        /// The element found there.
        public let value: Element
    }

    /// The shares that Maelstrom reports: 0, 0.5, 0.95, 0.99 and 1.
    public static var shares: [Double] { [0, 0.5, 0.95, 0.99, 1] }

    /// The entries at `shares`; none at all when the list is empty.
    public let entries: [Entry]

    /// The quantiles of `sorted`, which is ascending: at share p, element min(n - 1, floor(n * p)).
    public init(sorted: [Element]) {
        guard !sorted.isEmpty else {
            entries = []
            return
        }
        entries = Self.shares.map { share in
            let rank = min(sorted.count - 1, Int(Double(sorted.count) * share))
            return Entry(share: share, value: sorted[rank])
        }
    }

    /// The element at `share`, which is one of the five; nil when the list is empty.
    public subscript(share: Double) -> Element? {
        entries.first { $0.share == share }?.value
    }
}
