/// How a node spreads values: dissemination x batching x anti-entropy, three independent choices.
///
/// The article's system is a flood over a topology, batched every 50 ms, with all values pushed to
/// five random nodes every 5 s.
public struct BroadcastProtocol: Hashable, Sendable {
    /// Where a new value goes next.
    public var dissemination: Dissemination
    /// When it goes.
    public var batching: Batching
    /// The regular exchange that repairs what dissemination lost; nil without repair.
    public var antiEntropy: AntiEntropy?

    /// A flood at once, without repair, unless told otherwise.
    public init(
        dissemination: Dissemination = .flood,
        batching: Batching = .eager,
        antiEntropy: AntiEntropy? = nil
    ) {
        self.dissemination = dissemination
        self.batching = batching
        self.antiEntropy = antiEntropy
    }
}
