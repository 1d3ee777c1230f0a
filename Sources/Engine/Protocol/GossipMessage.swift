/// A message between nodes: values, and why they were sent.
public struct GossipMessage: Hashable, Sendable {
    /// Why a message was sent.
    public enum Kind: UInt8, Hashable, Sendable {
        /// New values on their way along the topology.
        case dissemination
        /// All values held, sent to a random node.
        case repair
    }

    /// Values as they travel: the common single value needs no storage of its own, a full set
    /// shares it.
    public enum Payload: Hashable, Sendable {
        case one(ValueID)
        case batch([ValueID])
        case all(ValueSet)
    }

    /// Why the message was sent.
    public let kind: Kind
    /// What it carries.
    public let payload: Payload

    /// A message of `kind` with `payload`.
    public init(kind: Kind, payload: Payload) {
        self.kind = kind
        self.payload = payload
    }

    /// How many values the message carries; 0 for an empty batch. O(1) but for a full set.
    public var valueCount: Int {
        switch payload {
        case .one: 1
        case .batch(let values): values.count
        case .all(let values): values.count
        }
    }

    /// The values carried, in the order they are sent.
    public var values: [ValueID] {
        switch payload {
        case .one(let value): [value]
        case .batch(let values): values
        case .all(let values): Array(values)
        }
    }
}
