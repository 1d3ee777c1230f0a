/// The messages that carried one value, counted by what became of them.
public struct CarrierCounts: Hashable, Sendable {
    /// Those that were sent.
    public internal(set) var sentCount = 0
    /// Those among them that were part of an exchange with a random node.
    public internal(set) var exchangeCount = 0
    /// Second copies, made by the network.
    public internal(set) var duplicateCount = 0
    /// Copies that arrived.
    public internal(set) var deliveredCount = 0
    /// Copies that arrived where the value was new.
    public internal(set) var usefulCount = 0
    /// Copies that a blocked link stopped.
    public internal(set) var cutCount = 0
    /// Copies that the network lost.
    public internal(set) var lostCount = 0
    /// Copies whose destination was down, or crashed before it could take them.
    public internal(set) var downCount = 0

    /// Copies that arrived where the value was known.
    public var redundantCount: Int { deliveredCount - usefulCount }

    /// Copies of which nothing has become yet.
    public var underWayCount: Int {
        sentCount + duplicateCount - deliveredCount - cutCount - lostCount - downCount
    }

    mutating func countSent(_ kind: GossipMessage.Kind) {
        sentCount += 1
        if kind != .dissemination { exchangeCount += 1 }
    }

    mutating func countDropped(_ reason: DropReason) {
        switch reason {
        case .cut: cutCount += 1
        case .lost: lostCount += 1
        case .down: downCount += 1
        }
    }
}
