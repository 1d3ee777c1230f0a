/// When a node sends on what is new to it.
public enum Batching: Hashable, Sendable {
    /// At once: one message per value and neighbour.
    case eager
    /// Every `interval`, to each neighbour, what is new since the last batch.
    ///
    /// `interval` is above zero; the first batch goes out at a random part of it after the start.
    /// With `sendsEmpty` a batch goes out even when nothing is new, as the article's does: two
    /// messages per node and interval on the `heap`, whatever the load.
    case every(TimeSpan, sendsEmpty: Bool)

    /// The batch interval; nil when values go at once.
    public var interval: TimeSpan? {
        switch self {
        case .eager: nil
        case .every(let interval, _): interval
        }
    }
}
