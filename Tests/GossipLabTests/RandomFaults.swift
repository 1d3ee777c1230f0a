import Engine

/// Faults that a command line can express.
enum RandomFaults {
    /// Up to four faults in the order of start, none at the same place as another, while clients of
    /// `scenario` work.
    static func schedule(
        in scenario: Scenario, _ random: inout RandomStream
    ) -> [ScheduledFault] {
        let limit = scenario.workload.timeLimit ?? .seconds(1_000)
        var faults: [ScheduledFault] = []
        for _ in 0..<random.integer(below: 5) {
            let start = random.integer(below: Int(limit.microseconds))
            let longest = Int(limit.microseconds) - start
            let duration = 1 + random.integer(below: longest)
            let fault = fault(nodeCount: scenario.nodeCount, &random)
            guard !faults.contains(where: { "\($0.fault)" == "\(fault)" }) else { continue }
            faults.append(
                ScheduledFault(
                    fault, from: .microseconds(Int64(start)),
                    to: random.coin() ? .microseconds(Int64(start + duration)) : nil))
        }
        return faults.sorted { $0.start < $1.start }
    }

    /// A fault of any kind in a cluster of `nodeCount`, which is 2 or more.
    static func fault(nodeCount: Int, _ random: inout RandomStream) -> Fault {
        let links = links(nodeCount, &random)
        let share = Double(1 + random.integer(below: 1_000_000)) / 1_000_000
        switch random.integer(below: 7) {
        case 0: return .cut(links)
        case 1: return .loss(links, share: share)
        case 2: return .duplication(links, share: share)
        case 3: return .clog(links, by: .microseconds(Int64(1 + random.integer(below: 5_000_000))))
        case 4: return .kill(target(nodeCount, &random))
        case 5: return .pause(target(nodeCount, &random))
        default:
            let kinds = PartitionKind.allCases.filter { nodeCount > 3 || $0 == .one }
            return .partition(kinds[random.integer(below: kinds.count)])
        }
    }

    private static func links(_ nodeCount: Int, _ random: inout RandomStream) -> LinkGroup {
        let sources = group(nodeCount, &random)
        let destinations = group(nodeCount, &random)
        return LinkGroup(
            from: sources, to: sources == destinations ? .everyone : destinations,
            isMutual: random.coin())
    }

    private static func target(_ nodeCount: Int, _ random: inout RandomStream) -> NodeTarget {
        let drawn: [NodeTarget] =
            [.subset, .one, .minority, .majority] + (nodeCount > 3 ? [.minorityThird] : [])
        return random.coin()
            ? .nodes(group(nodeCount, &random)) : drawn[random.integer(below: drawn.count)]
    }

    private static func group(_ nodeCount: Int, _ random: inout RandomStream) -> NodeGroup {
        switch random.integer(below: 3) {
        case 0: return .everyone
        case 1: return .nodes(NodeSet([NodeID(random.integer(below: nodeCount))]))
        default:
            let nodes = (0..<nodeCount).map(NodeID.init).filter { _ in random.coin() }
            return nodes.isEmpty ? .everyone : .nodes(NodeSet(nodes))
        }
    }
}
