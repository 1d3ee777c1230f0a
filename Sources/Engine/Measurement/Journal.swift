import DequeModule

/// The latest events of a run, by kind: so that the many messages do not push out the few faults.
public struct Journal: Sendable {
    /// What an event is about.
    public enum Kind: Int, CaseIterable, Hashable, Sendable {
        /// Faults that began or ended, nodes that went or came, and phases of the run.
        case faults
        /// Topology, protocol, network, rate and nemesis were changed.
        case changes
        /// What clients asked, and what became of it.
        case operations
        /// Nodes learned values.
        case learnings
        /// Messages that were sent or arrived.
        case messages
        /// Messages that will never arrive, or twice.
        case losses
    }

    /// An event, when it happened, and its number among all of the run.
    public struct Entry: Hashable, Sendable {
        /// How many events were before it.
        public let number: Int
        /// When it happened.
        public let instant: Instant
        /// What happened.
        public let event: TraceEvent

        /// Event `number` of a run.
        public init(number: Int, instant: Instant, event: TraceEvent) {
            self.number = number
            self.instant = instant
            self.event = event
        }
    }

    /// How many events of each kind are kept.
    public static let capacity = 1_000

    private var entries = [Deque<Entry>](repeating: Deque(), count: Kind.allCases.count)
    /// How many events there have been, kept or not.
    public private(set) var eventCount = 0

    /// A journal without events.
    public init() {}

    mutating func record(_ event: TraceEvent, at instant: Instant) {
        let kind = Kind(of: event).rawValue
        if entries[kind].count == Self.capacity { entries[kind].removeFirst() }
        entries[kind].append(Entry(number: eventCount, instant: instant, event: event))
        eventCount += 1
    }

    /// The newest `count` events of these kinds that have to do with `node` (nil: with any), oldest
    /// first; of those before event number `limit`, if there is one. O(kinds x capacity) at worst.
    public func newest(
        _ count: Int, of kinds: some Sequence<Kind>, about node: NodeID? = nil,
        before limit: Int = .max
    ) -> [Entry] {
        let found = kinds.flatMap { kind in
            entries[kind.rawValue].lazy.reversed()
                .filter { $0.number < limit && (node.map($0.event.concerns) ?? true) }
                .prefix(count)
        }
        return found.sorted { $0.number < $1.number }.suffix(count)
    }

    /// The events of these kinds from event number `start` on that are still kept, oldest first.
    /// O(events found).
    func events(from start: Int, of kinds: some Sequence<Kind>) -> [Entry] {
        kinds.flatMap { entries[$0.rawValue].reversed().prefix { $0.number >= start } }
            .sorted { $0.number < $1.number }
    }
}

extension Journal.Kind {
    /// The kind of `event`.
    public init(of event: TraceEvent) {
        self =
            switch event {
            case .sent, .delivered: .messages
            case .dropped, .duplicated: .losses
            case .learned: .learnings
            case .invoked, .completed, .timedOut: .operations
            case .topologyChanged, .protocolChanged, .networkChanged, .rateChanged,
                .nemesisChanged:
                .changes
            case .partitioned, .healed, .impaired, .killed, .restarted, .paused, .resumed, .entered:
                .faults
            }
    }
}

extension TraceEvent {
    /// Whether `node` has a part in it; what befalls the whole cluster concerns every node.
    public func concerns(_ node: NodeID) -> Bool {
        switch self {
        case .sent(let envelope), .delivered(let envelope), .dropped(let envelope, _),
            .duplicated(let envelope):
            envelope.source == node || envelope.destination == node
        case .learned(let learner, _, let source): learner == node || source == node
        case .invoked(let operation), .completed(let operation), .timedOut(let operation):
            operation.node == node
        case .killed(let nodes), .restarted(let nodes), .paused(let nodes), .resumed(let nodes):
            nodes.contains(node)
        case .topologyChanged, .protocolChanged, .networkChanged, .rateChanged, .nemesisChanged,
            .partitioned, .healed, .impaired, .entered:
            true
        }
    }
}
