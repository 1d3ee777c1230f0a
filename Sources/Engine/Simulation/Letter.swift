/// A message under way, in the form in which many fit in a queue: plain numbers, nothing to count
/// references to.
struct Letter: Hashable, Sendable {
    let number: Int
    let sentAt: Instant
    let source: NodeID
    let destination: NodeID
    let content: Content

    /// What it carries, in four bytes.
    struct Content: Hashable, Sendable {
        /// Where it is kept: a single value to disseminate is, 0 or above; whatever else is in slot
        /// -1 - `number` of a `MessageStore`.
        private let number: Int32

        static func one(_ value: ValueID) -> Content { Content(number: value.rawValue) }

        static func stored(slot: Int) -> Content { Content(number: ~Int32(slot)) }

        /// The single value; nil for what is stored.
        var value: ValueID? { number >= 0 ? ValueID(Int(number)) : nil }

        /// The slot of what is stored; of no meaning for a single value.
        var slot: Int { Int(~number) }
    }
}
