/// Two scenarios under the same seeds, compared seed by seed.
public struct RaceReport: Sendable {
    /// One of the two.
    public enum Side: String, CaseIterable, Hashable, Sendable {
        case a
        case b

        /// The other one.
        public var other: Side { self == .a ? .b : .a }
    }

    /// Who races.
    public struct Contender: Hashable, Sendable {
        /// What reports call it.
        public let name: String
        /// What is run; its seed is the first one's.
        public let scenario: Scenario

        /// A contender called `name`.
        public init(name: String, scenario: Scenario) {
            self.name = name
            self.scenario = scenario
        }
    }

    /// What both came to under one seed.
    public struct Heat: Hashable, Sendable {
        public let a: RunOutcome
        public let b: RunOutcome

        /// Two runs, which have the same seed.
        public init(a: RunOutcome, b: RunOutcome) {
            precondition(a.seed == b.seed, "seeds \(a.seed) and \(b.seed) in one heat")
            self.a = a
            self.b = b
        }

        /// The seed of both.
        public var seed: UInt64 { a.seed }

        /// The run of one of them.
        public subscript(side: Side) -> RunOutcome { side == .a ? a : b }
    }

    /// A figure of both, over the seeds under which both have it.
    public struct Comparison: Hashable, Sendable {
        public let a: MeanEstimate
        public let b: MeanEstimate
        /// Of a minus b, paired by seed: luck that both share is not in its interval.
        public let difference: MeanEstimate

        /// The estimate of one of them.
        public subscript(side: Side) -> MeanEstimate { side == .a ? a : b }

        /// Who has less of it; nil where the interval of the difference contains 0 or is unknown.
        public var lower: Side? {
            guard let interval = difference.interval, !interval.contains(0) else { return nil }
            return interval.upperBound < 0 ? .a : .b
        }
    }

    /// The figures that a race is about: what spreading costs, and how long it takes at most.
    public static let decisive: [RunFigure] = [.messagesPerOperation, .stable(share: 1)]

    public let a: Contender
    public let b: Contender
    /// How many seeds were asked for.
    public let requestedCount: Int
    /// The seeds that both finished, ascending.
    public let heats: [Heat]

    /// The report on `heats`, in any order.
    public init(a: Contender, b: Contender, requestedCount: Int, heats: [Heat]) {
        self.a = a
        self.b = b
        self.requestedCount = requestedCount
        self.heats = heats.sorted { $0.seed < $1.seed }
    }

    /// One of the contenders.
    public subscript(side: Side) -> Contender { side == .a ? a : b }

    /// Whether the race was ended before its last run.
    public var isPartial: Bool { heats.count < requestedCount }

    /// The seeds under which the runs of `side` are not valid, ascending.
    public func invalidSeeds(of side: Side) -> [UInt64] {
        heats.lazy.filter { !$0[side].isValid }.map(\.seed)
    }

    /// How many runs of `side` stay below `limits`.
    public func count(within limits: ChallengeLimits, of side: Side) -> Int {
        heats.count { $0[side].isWithin(limits) }
    }

    /// Both by `figure`.
    public func comparison(of figure: RunFigure) -> Comparison {
        let pairs = heats.compactMap { heat -> (a: Double, b: Double)? in
            guard let a = heat.a[figure], let b = heat.b[figure] else { return nil }
            return (a, b)
        }
        return Comparison(
            a: MeanEstimate(of: pairs.map(\.a)), b: MeanEstimate(of: pairs.map(\.b)),
            difference: MeanEstimate(of: pairs.map { $0.a - $0.b }))
    }

    /// Whose runs are all valid.
    private var valid: [Side] { Side.allCases.filter { invalidSeeds(of: $0).isEmpty } }

    /// The only one whose runs are all valid; nil when both are like that, or neither.
    public var onlyValid: Side? { valid.count == 1 ? valid[0] : nil }

    /// The only one whose runs are all valid; if both are like that, the one that is lower in a
    /// decisive figure while the other is in none; nil when neither is.
    public var winner: Side? {
        guard valid.count == 2 else { return onlyValid }
        let lower = Self.decisive.compactMap { comparison(of: $0).lower }
        return lower.first.flatMap { first in lower.contains(first.other) ? nil : first }
    }
}
