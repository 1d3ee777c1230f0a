/// Groups of nodes, such as data centres, and the mean latency from each group to each.
public struct LatencyMap: Hashable, Sendable {
    /// What the map is called: the file that it came from.
    public let name: String
    /// The groups' names.
    public let groups: [String]
    /// `groupOfNode[i]` is the place in `groups` of node i's group.
    private let groupOfNode: [UInt16]
    /// The mean from group a to group b in whole milliseconds, at a * groups.count + b.
    private let means: [Int]

    /// The map called `name`: node i is in `groups[groupOfNode[i]]`, and `means[a][b]` is the mean
    /// latency from group a to group b in milliseconds, 0 or more.
    public init(name: String, groups: [String], groupOfNode: [Int], means: [[Int]]) {
        precondition(
            means.count == groups.count && means.allSatisfy { $0.count == groups.count },
            "\(groups.count) groups need as many rows and columns of latencies")
        precondition(
            groupOfNode.allSatisfy(groups.indices.contains),
            "a node is in a group that is not there")
        precondition(means.joined().allSatisfy { $0 >= 0 }, "a latency is 0 or more")
        self.name = name
        self.groups = groups
        self.groupOfNode = groupOfNode.map(UInt16.init)
        self.means = Array(means.joined())
    }

    /// How many nodes are in the groups.
    public var nodeCount: Int { groupOfNode.count }

    /// The lowest and the highest mean, in milliseconds.
    public var meanMilliseconds: ClosedRange<Int> {
        (means.min() ?? 0)...(means.max() ?? 0)
    }

    /// The means in words, such as `1 to 160`.
    public var meansText: String {
        let means = meanMilliseconds
        return means.count == 1
            ? "\(means.lowerBound)" : "\(means.lowerBound) to \(means.upperBound)"
    }

    /// The mean latency of messages from `source` to `destination`, in milliseconds.
    public func meanMilliseconds(from source: NodeID, to destination: NodeID) -> Int {
        let row = Int(groupOfNode[source.index])
        return means[row * groups.count + Int(groupOfNode[destination.index])]
    }
}

extension LatencyMap: CustomStringConvertible {
    /// The map as people write it, apart from its name: the nodes of each group, then the latency
    /// from each group to each, one line for each of them.
    public var description: String {
        let members = groups.indices.map { group in
            NodeSet(
                groupOfNode.indices.lazy.filter { Int(groupOfNode[$0]) == group }.map(NodeID.init))
        }
        let nodes = zip(groups, members).map { "\($0) \(NodeGroup.nodes($1))" }
        let latencies = groups.enumerated().flatMap { row, from in
            groups.enumerated().map { column, to in
                "\(from) \(to) \(means[row * groups.count + column])"
            }
        }
        return (nodes + latencies).joined(separator: "\n")
    }
}
