import Engine

/// Where runs stood between latency and messages: the present one on its way, and those before.
///
/// A run here is a stretch of which figures are kept: it ends when something changes that makes
/// them begin anew, and when the run starts over.
struct RunTrail: Hashable {
    /// A place between latency and messages.
    struct Place: Hashable {
        /// The maximum stable latency, in milliseconds; above 0.
        var latency: Double
        /// Messages per operation; above 0.
        var messages: Double

        /// The place of a run with these figures; nil before it has both.
        init?(_ figures: RunFigures) {
            guard let latency = figures.stable.maximum, latency > .zero,
                let messages = figures.traffic.messagesPerOperation, messages > 0
            else { return nil }
            self.latency = Double(latency.microseconds) / 1_000
            self.messages = messages
        }
    }

    /// A run that is over, and where it stood in the end.
    struct Stop: Hashable {
        let scenario: Scenario
        let place: Place
        /// How many values that is about.
        let valueCount: Int
    }

    /// The run when it was seen last.
    private struct Moment: Hashable {
        let scenario: Scenario
        let since: Instant
        let now: Instant
    }

    /// How many places of the present run are kept, and how many runs before it.
    private static let longestPath = 60
    private static let mostStops = 12
    /// A run with fewer values than this says too little.
    private static let fewestValues = 10

    /// The places of the present run, in order.
    private(set) var path: [Place] = []
    /// The runs before it, oldest first.
    private(set) var stops: [Stop] = []
    private var last: Moment?
    /// How many values the place of the present run is about.
    private(set) var valueCount = 0

    /// Takes note of where the run stands.
    mutating func note(_ snapshot: ClusterSnapshot) {
        let since = snapshot.figures.since
        if let last, last.since != since || snapshot.now < last.now {
            end(of: last.scenario)
        }
        last = Moment(scenario: snapshot.scenario, since: since, now: snapshot.now)
        valueCount = snapshot.figures.stable.count
        guard let place = Place(snapshot.figures), place != path.last else { return }
        if path.count == Self.longestPath {
            path = path.indices.filter { $0.isMultiple(of: 2) }.map { path[$0] }
        }
        path.append(place)
    }

    private mutating func end(of scenario: Scenario) {
        if let place = path.last, valueCount >= Self.fewestValues {
            stops.removeAll { $0.scenario == scenario }
            stops =
                stops.suffix(Self.mostStops - 1) + [
                    Stop(scenario: scenario, place: place, valueCount: valueCount)
                ]
        }
        path = []
    }
}
