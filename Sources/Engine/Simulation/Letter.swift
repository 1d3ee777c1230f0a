/// A message under way, in the form in which many fit in a queue: plain numbers, nothing to count
/// references to.
struct Letter: Hashable, Sendable {
    let number: Int
    let sentAt: Instant
    let source: NodeID
    let destination: NodeID
    let content: Content

    /// What it carries: a single value to disseminate, or whatever else under its slot in a
    /// `MessageStore`.
    enum Content: Hashable, Sendable {
        case one(ValueID)
        case stored(slot: Int32)
    }
}
