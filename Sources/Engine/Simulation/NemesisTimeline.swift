/// Families of faults of which one takes a turn at a time: what it struck last time is undone.
///
/// As `jepsen.nemesis.combined` has it: partitions come and go by themselves, kill and pause share
/// one timeline, each turn being one or the other's, at random. Ours have one each.
struct NemesisTimeline: Sendable {
    private let families: [Nemesis.Family]
    /// Those that have struck and not undone it yet.
    private var striking: [Nemesis.Family] = []

    /// The timelines that `nemesis` needs.
    static func timelines(of nemesis: Nemesis) -> [NemesisTimeline] {
        let together: [[Nemesis.Family]] = [
            [.partition], [.kill, .pause], [.loss], [.duplicate], [.clog],
        ]
        return together.map { $0.filter(nemesis.families.contains) }
            .filter { !$0.isEmpty }
            .map { NemesisTimeline(families: $0) }
    }

    private init(families: [Nemesis.Family]) {
        self.families = families
    }

    /// Whose turn it is, and whether it is to strike or to undo what it struck.
    mutating func takeTurn(
        random: inout RandomStream
    ) -> (family: Nemesis.Family, strikes: Bool) {
        let family = families[families.count == 1 ? 0 : random.integer(below: families.count)]
        if let place = striking.firstIndex(of: family) {
            striking.remove(at: place)
            return (family, false)
        }
        striking.append(family)
        return (family, true)
    }
}

extension Nemesis.Family {
    /// The fault that strikes a cluster of `nodeCount` nodes, at random places.
    func drawFault(nodeCount: Int, random: inout RandomStream) -> Fault {
        switch self {
        case .partition:
            let kinds = PartitionKind.kinds(nodeCount: nodeCount)
            return .partition(kinds[random.integer(below: kinds.count)])
        case .kill: return .kill(Self.drawTarget(random: &random))
        case .pause: return .pause(Self.drawTarget(random: &random))
        case .loss, .duplicate, .clog:
            let target = Self.drawTarget(random: &random)
            let nodes = target.draw(nodeCount: nodeCount, random: &random)
            return impairment(of: LinkGroup(from: nodes, to: .everyone, isMutual: true))
        }
    }

    private func impairment(of links: LinkGroup) -> Fault {
        switch self {
        case .duplicate: .duplication(links, share: 0.5)
        case .clog: .clog(links, by: .milliseconds(500))
        default: .loss(links, share: 0.5)
        }
    }

    private static func drawTarget(random: inout RandomStream) -> NodeTarget {
        NodeTarget.drawn[random.integer(below: NodeTarget.drawn.count)]
    }
}
