extension ValueJourney {
    /// What the client of the value did.
    public struct Broadcast: Hashable, Sendable {
        /// The node that it asked.
        public let node: NodeID
        /// When it asked.
        public let invokedAt: Instant
        /// When it stopped waiting for an answer; nil unless it did.
        public internal(set) var gaveUpAt: Instant?
    }

    /// A node learned the value, which it did not hold.
    public struct Learning: Hashable, Sendable {
        /// The node.
        public let node: NodeID
        /// When it did.
        public let at: Instant
        /// The message that brought it; nil where a client did.
        public let carrier: Carrier?
        /// The place in `learnings` of the one by which the sender knew the value; nil where a
        /// client brought it.
        public let parent: Int?
        /// The hops from the node that accepted it.
        public let hop: Int
        /// The message that the node took first at the same instant; nil where that was the one
        /// that brought the value, or none.
        public let behind: Forerunner?
        /// How many messages the node has sent with the value since.
        public internal(set) var sentCount = 0
        /// When it crashed and forgot the value; nil as long as it holds it.
        public internal(set) var forgottenAt: Instant?
    }

    /// The first of the messages that a node took at one instant: where each receiver has one
    /// queue, the one that the others waited for.
    public struct Forerunner: Hashable, Sendable {
        /// Who sent it.
        public let source: NodeID
        /// How much longer clogs kept it under way.
        public let delay: TimeSpan
    }

    /// For the first time no live node lacks the value.
    public struct Completion: Hashable, Sendable {
        /// When that was.
        public let at: Instant
        /// The place in `learnings` of the one that completed it; nil where a crash did.
        public let learning: Int?
        /// The nodes by whose crash the others all held it; empty where a node learned it.
        public let crashed: NodeSet
        /// The nodes that were down then.
        public let downNodes: NodeSet
    }

    /// A message with the value that never arrived.
    public struct Mishap: Hashable, Sendable {
        /// The message.
        public let carrier: Carrier
        /// Why it did not arrive.
        public let reason: DropReason
        /// When that was settled: when it was lost, stopped by a cut, or reached a node that was
        /// down.
        public let at: Instant
    }

    /// A node that lacks the value.
    public struct Absence: Hashable, Sendable {
        /// The node.
        public let node: NodeID
        /// When it crashed and forgot the value; nil where it never held it.
        public let forgottenAt: Instant?
        /// How many messages are on their way to it with the value.
        public let underWayCount: Int
        /// The messages with the value that did not reach it, since it forgot it or from the start.
        public internal(set) var mishaps: [Mishap] = []
    }
}
