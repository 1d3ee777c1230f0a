/// A message between nodes: values, and why they were sent.
public struct GossipMessage: Hashable, Sendable {
    /// Why a message was sent.
    public enum Kind: UInt8, Hashable, Sendable {
        /// New values on their way.
        case dissemination
        /// Values from an exchange with a random node, which wants no answer.
        case repair
        /// What a random node is told in an exchange so that it answers.
        ///
        /// A digest or a difference is answered as it says; anything else with all values held.
        case request
    }

    /// Values as they travel: the common single value needs no storage of its own, a full set
    /// shares it.
    public enum Payload: Hashable, Sendable {
        case one(ValueID)
        case batch([ValueID])
        case all(ValueSet)
        /// Which values the sender holds, without the values themselves.
        case digest(ValueSet)
        /// The answer to a digest: values that it lacks, and those of its own that are `wanted`.
        indirect case difference([ValueID], wanted: ValueSet)
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

    /// A single new value on its way.
    @inline(__always)
    static func disseminating(_ value: ValueID) -> GossipMessage {
        GossipMessage(kind: .dissemination, payload: .one(value))
    }

    /// How many values the message carries; 0 for an empty batch and for a digest. O(1) but for a
    /// full set.
    public var valueCount: Int {
        switch payload {
        case .one: 1
        case .batch(let values), .difference(let values, _): values.count
        case .all(let values): values.count
        case .digest: 0
        }
    }

    /// The values carried, in the order they are sent.
    public var values: [ValueID] {
        switch payload {
        case .one(let value): [value]
        case .batch(let values), .difference(let values, _): values
        case .all(let values): Array(values)
        case .digest: []
        }
    }

    /// Whether `value` is among the values carried. O(1), but O(n) for a list of n values.
    public func carries(_ value: ValueID) -> Bool {
        switch payload {
        case .one(let single): single == value
        case .batch(let values), .difference(let values, _): values.contains(value)
        case .all(let values): values.contains(value)
        case .digest: false
        }
    }
}
