/// How far one value has spread.
public struct ValueSpread: Hashable, Sendable {
    /// Which value.
    public var value: ValueID
    /// The node that accepted it from a client.
    public var origin: NodeID
    /// When that was.
    public var acceptedAt: Instant
    /// The nodes that hold it.
    public var holders: NodeSet
    /// How many nodes hold it.
    public var holderCount: Int

    /// The spread of `value`, accepted by `origin`.
    public init(value: ValueID, origin: NodeID, acceptedAt: Instant, holders: NodeSet) {
        self.value = value
        self.origin = origin
        self.acceptedAt = acceptedAt
        self.holders = holders
        holderCount = holders.count
    }
}
