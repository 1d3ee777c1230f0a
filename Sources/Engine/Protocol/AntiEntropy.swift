/// The periodic exchange with random peers that repairs what dissemination lost.
public enum AntiEntropy: Hashable, Sendable {
    /// No repair.
    case none
    /// Every `interval`, all values held go to `fanout` different random nodes.
    ///
    /// `interval` is above zero; the first push comes at a random part of it after the start. A
    /// cluster with fewer than `fanout` other nodes gets one message each. With `relays` a node
    /// disseminates what such a push taught it, as the article's does; without, it keeps it to
    /// itself until its own next push.
    case push(every: TimeSpan, fanout: Int, relays: Bool)

    /// The interval between exchanges; nil without repair.
    public var interval: TimeSpan? {
        switch self {
        case .none: nil
        case .push(let interval, _, _): interval
        }
    }

    /// Whether values learned by repair are disseminated further.
    var relays: Bool {
        switch self {
        case .none: true
        case .push(_, _, let relays): relays
        }
    }
}
