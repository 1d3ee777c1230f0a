/// What waits to be delivered to a node.
enum Parcel: Hashable, Sendable {
    /// A message from a node.
    case letter(Letter)
    /// What a client asks.
    case request(ClientOperation)
}
