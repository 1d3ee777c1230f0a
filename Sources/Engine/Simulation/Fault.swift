/// A misfortune that can befall the cluster, and that can be undone.
public enum Fault: Hashable, Sendable {
    /// The network is cut in this way, at random places.
    case partition(PartitionKind)
    /// Nothing passes over these links.
    case cut(LinkGroup)
    /// This share of the messages over these links is lost, besides what the network loses anyway.
    case loss(LinkGroup, share: Double)
    /// This share of the messages over these links arrives twice.
    case duplication(LinkGroup, share: Double)
    /// Messages over these links take so much longer.
    case clog(LinkGroup, by: TimeSpan)
    /// The nodes crash: what they held, their timers and what arrives meanwhile are gone. When it
    /// is undone they start anew, with nothing.
    case kill(NodeTarget)
    /// The nodes stand still: what arrives meanwhile waits for them.
    case pause(NodeTarget)

    /// The links that it befalls; nil for a partition, whose links are drawn, and for what befalls
    /// nodes.
    public var links: LinkGroup? {
        switch self {
        case .cut(let links), .loss(let links, _), .duplication(let links, _), .clog(let links, _):
            links
        case .partition, .kill, .pause: nil
        }
    }

    /// Whether it befalls links, and not nodes.
    public var isOfLinks: Bool {
        switch self {
        case .partition, .cut, .loss, .duplication, .clog: true
        case .kill, .pause: false
        }
    }
}

extension Fault: CustomStringConvertible {
    /// The fault as people write it: `cut n3|*`, `loss 0.3 n0>n1`, `clog 500ms *|*`, `kill one`.
    public var description: String {
        switch self {
        case .partition(let kind): "partition \(kind.rawValue)"
        case .cut(let links): "cut \(links)"
        case .loss(let links, let share): "loss \(share) \(links)"
        case .duplication(let links, let share): "duplicate \(share) \(links)"
        case .clog(let links, let delay): "clog \(delay) \(links)"
        case .kill(let target): "kill \(target)"
        case .pause(let target): "pause \(target)"
        }
    }
}
