import Testing

@testable import Engine

struct BlockedLinksTests {
    /// A few random cuts of all sorts.
    private func randomCuts(nodeCount: Int, random: inout RandomStream) -> [BlockedLinks] {
        (0..<random.integer(below: 5)).map { _ in
            if random.integer(below: 4) == 0 {
                let kinds = PartitionKind.allCases
                return kinds[random.integer(below: kinds.count)]
                    .blockedLinks(nodeCount: nodeCount, random: &random)
            }
            let links = LinkGroup(
                from: randomGroup(nodeCount: nodeCount, random: &random),
                to: randomGroup(nodeCount: nodeCount, random: &random), isMutual: random.coin())
            let blocked = BlockedLinks(links, nodeCount: nodeCount)
            let isRight = pairs(nodeCount).allSatisfy { source, destination in
                blocked.contains(from: source, to: destination)
                    == links.contains(from: source, to: destination)
            }
            #expect(isRight, "\(links) among \(nodeCount) nodes")
            return blocked
        }
    }

    private func randomGroup(nodeCount: Int, random: inout RandomStream) -> NodeGroup {
        if random.integer(below: 4) == 0 { return .everyone }
        return .nodes(NodeSet((0..<nodeCount).map(NodeID.init).filter { _ in random.coin() }))
    }

    private func pairs(_ nodeCount: Int) -> [(NodeID, NodeID)] {
        (0..<nodeCount).flatMap { source in
            (0..<nodeCount).map { (NodeID(source), NodeID($0)) }
        }
    }

    /// The sides by transitive closure (Warshall).
    private func sides(_ nodeCount: Int, isBlocked: (NodeID, NodeID) -> Bool) -> [Int] {
        var reaches = (0..<nodeCount).map { source in
            (0..<nodeCount).map { $0 == source || !isBlocked(NodeID(source), NodeID($0)) }
        }
        for middle in 0..<nodeCount {
            for source in 0..<nodeCount where reaches[source][middle] {
                for destination in 0..<nodeCount where reaches[middle][destination] {
                    reaches[source][destination] = true
                }
            }
        }
        var sides: [Int] = []
        var sideCount = 0
        for node in 0..<nodeCount {
            if let peer = (0..<node).first(where: { reaches[node][$0] && reaches[$0][node] }) {
                sides.append(sides[peer])
            } else {
                sides.append(sideCount)
                sideCount += 1
            }
        }
        return sides
    }

    @Test func cutsTogetherBlockWhatAnyOfThemBlocksAndTheSidesAreWhoStillReachesWhom() {
        var random = RandomStream(seed: 12, purpose: .faults)
        var splitCount = 0
        for trial in 0..<3_000 {
            let nodeCount = 1 + random.integer(below: 9)
            let cuts = randomCuts(nodeCount: nodeCount, random: &random)
            let union = BlockedLinks.union(of: cuts)
            func isBlocked(_ source: NodeID, _ destination: NodeID) -> Bool {
                cuts.contains { $0.contains(from: source, to: destination) }
            }
            let isRight = pairs(nodeCount).allSatisfy { source, destination in
                union.contains(from: source, to: destination) == isBlocked(source, destination)
            }
            #expect(isRight, "trial \(trial)")
            #expect(union.isEmpty == !pairs(nodeCount).contains(where: isBlocked))
            let expected = sides(nodeCount, isBlocked: isBlocked)
            #expect(union.sides(nodeCount: nodeCount) == expected, "trial \(trial)")
            if expected.contains(where: { $0 > 1 }) { splitCount += 1 }
        }
        #expect(splitCount > 500, "too few of the cuts split the cluster in three or more")
    }

    @Test func whenEveryLinkIsCutEveryNodeIsAlone() {
        let links = BlockedLinks(.mutual(.everyone, .everyone), nodeCount: 6)
        #expect(links.sides(nodeCount: 6) == [0, 1, 2, 3, 4, 5])
        #expect(!links.contains(from: NodeID(2), to: NodeID(2)))
    }

    @Test func nodesWhoseOwnLinksAreCutReachEachOtherThroughAThird() {
        let group = NodeGroup.some(0, 1, 2)
        let links = BlockedLinks(.mutual(group, group), nodeCount: 4)
        #expect(links.sides(nodeCount: 4) == [0, 0, 0, 0])
    }

    @Test func inALargeClusterNodesThatAreCutAlikeShareTheirSources() {
        let nodeCount = 20_000
        let half = NodeGroup.nodes(NodeSet((0..<nodeCount / 2).map(NodeID.init)))
        var random = RandomStream(seed: 1, purpose: .faults)
        let cuts =
            [
                LinkGroup.mutual(.some(5), .everyone), .way(.everyone, .some(7, 19_999)),
                .mutual(half, .some(19_998)),
            ].map { BlockedLinks($0, nodeCount: nodeCount) }
            + [PartitionKind.majority.blockedLinks(nodeCount: nodeCount, random: &random)]
        let union = BlockedLinks.union(of: cuts)
        #expect(union.sourceSets.count <= 16)
        let sides = union.sides(nodeCount: nodeCount)
        let sizes = (0...(sides.max() ?? 0)).map { side in sides.count { $0 == side } }
        // n5 is alone, and so are n7 and n19999, who hear nobody.
        #expect(sizes.filter { $0 == 1 }.count >= 3)
        #expect(sizes.reduce(0, +) == nodeCount && sizes.filter { $0 > 9_000 }.count == 2)
    }
}
