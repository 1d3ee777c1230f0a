import DequeModule

/// How the newest values of a run came to its nodes.
struct ArrivalLog: Sendable {
    /// How many arrivals are kept; beyond that, those of the oldest values are forgotten.
    private static let capacity = 200_000

    /// Entry i holds the arrivals of value `first` + i, in order.
    private var arrivals: Deque<[ValueArrivals.Arrival]> = []
    private var first = 0
    private var count = 0

    mutating func learn(_ value: ValueID, by arrival: ValueArrivals.Arrival) {
        guard value.index >= first else { return }
        while value.index >= first + arrivals.count { arrivals.append([]) }
        arrivals[value.index - first].append(arrival)
        count += 1
        while count > Self.capacity && arrivals.count > 1 {
            count -= arrivals.removeFirst().count
            first += 1
        }
    }

    /// The arrivals of `value`; nil for one that is forgotten, or that no node has learned.
    subscript(value: ValueID) -> ValueArrivals? {
        let place = value.index - first
        guard arrivals.indices.contains(place), !arrivals[place].isEmpty else { return nil }
        return ValueArrivals(of: value, arrivals[place])
    }
}
