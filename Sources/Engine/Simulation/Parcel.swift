/// What waits to be delivered to a node.
enum Parcel: Sendable {
    /// A message from a node.
    case message(Envelope)
    /// What a client asks.
    case request(ClientOperation)
}
