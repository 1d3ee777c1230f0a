import Engine

/// Values that have waited for longer than those took that came everywhere: figures of those alone
/// would be too good.
struct WaitingValues {
    private let count: Int
    private let age: TimeSpan

    /// What comes everywhere within this needs no word.
    private static let patience = TimeSpan.seconds(1)

    /// The values of `figures` that wait; nil while the oldest may just be on its way.
    init?(_ figures: RunFigures) {
        guard let age = figures.oldestIncompleteAge, age > Self.patience,
            age > figures.propagation.maximum ?? .zero
        else { return nil }
        count = figures.incompleteCount
        self.age = age
    }

    /// `87 values not everywhere, the oldest for 39 s`.
    var text: String {
        let seconds = Int(age.inSeconds)
        return "\(count.grouped) value\(count == 1 ? "" : "s") not everywhere, the oldest for "
            + "\(seconds.grouped) s"
    }
}
