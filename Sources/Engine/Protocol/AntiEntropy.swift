/// The regular exchange with random peers that repairs what dissemination lost.
///
/// Demers et al., "Epidemic algorithms for replicated database maintenance", 1987.
public struct AntiEntropy: Hashable, Sendable {
    /// What is exchanged, and in which direction.
    public enum Mode: String, CaseIterable, Hashable, Sendable {
        /// The peer gets all values held.
        case push
        /// The peer is asked, and answers with all values that it holds.
        case pull
        /// The peer gets all values held, and answers with all that it held before.
        case pushPull = "push-pull"
        /// The peer is told which values are held. It answers with those that are missing in the
        /// list and asks for those that it lacks itself; a peer with neither stays silent.
        case pushPullDigest = "push-pull-digest"
    }

    /// When a node's exchanges take place.
    public enum Clock: String, CaseIterable, Hashable, Sendable {
        /// Every interval, first at a random part of one after the start.
        case periodic
        /// After exponentially distributed gaps, in whole microseconds, whose mean is the interval.
        case poisson
        /// At all multiples of the interval after the start: rounds, where the clocks agree.
        case synchronous
    }

    /// The time between two exchanges of a node; above zero.
    public var interval: TimeSpan
    /// How many different random nodes each exchange is with, 1 or more.
    ///
    /// In a cluster with fewer other nodes it is with each of them.
    public var fanout: Int
    /// What is exchanged.
    public var mode: Mode
    /// When.
    public var clock = Clock.periodic
    /// Whether a node disseminates what an exchange taught it, as the article's does; otherwise it
    /// keeps it to itself until its own next exchange.
    public var relays = true

    /// Exchanges with `fanout` nodes every `interval`, at a random phase, which are relayed.
    public init(_ mode: Mode, every interval: TimeSpan, fanout: Int) {
        self.mode = mode
        self.interval = interval
        self.fanout = fanout
    }

    /// All values held go to `fanout` nodes every `interval`, at a random phase.
    public static func push(every interval: TimeSpan, fanout: Int, relays: Bool) -> AntiEntropy {
        var push = AntiEntropy(.push, every: interval, fanout: fanout)
        push.relays = relays
        return push
    }
}
