/// The search for the nodes that still reach each other when links are blocked.
///
/// It walks over classes of nodes that the blocked links treat alike, of which there are few
/// however large the cluster is.
struct SideSearch {
    /// The set of sources that each node does not hear; -1 for none.
    private let sourceSetIndex: [Int32]
    private let sourceSets: [NodeSet]
    /// The class of each node, numbered from 0 in order of the lowest node.
    private var classOfNode: [Int]
    private var classCount: Int

    /// A search among as many nodes as `sourceSetIndex` has entries; node i does not hear the
    /// others in `sourceSets[sourceSetIndex[i]]`, and hears everyone if that is -1.
    init(sourceSets: [NodeSet], sourceSetIndex: [Int32]) {
        self.sourceSets = sourceSets
        self.sourceSetIndex = sourceSetIndex
        classOfNode = Array(repeating: 0, count: sourceSetIndex.count)
        classCount = 1
        splitClasses(into: sourceSets.count + 1) { Int(sourceSetIndex[$0]) + 1 }
        for set in sourceSets where classCount < sourceSetIndex.count {
            splitClasses(into: 2) { set.contains(NodeID($0)) ? 1 : 0 }
        }
    }

    /// Splits every class by the `part` of its nodes, 0..<`partCount`.
    private mutating func splitClasses(into partCount: Int, by part: (Int) -> Int) {
        var newClasses = [Int](repeating: -1, count: classCount * partCount)
        classCount = 0
        for node in classOfNode.indices {
            let key = classOfNode[node] * partCount + part(node)
            if newClasses[key] < 0 {
                newClasses[key] = classCount
                classCount += 1
            }
            classOfNode[node] = newClasses[key]
        }
    }

    /// The side of each node, numbered from 0 in order of the lowest node. O(nodes + classes²).
    ///
    /// Nodes of one class reach each other through any other class that they hear and are heard
    /// by; without one, only if the links within the class are whole.
    var sides: [Int] {
        let representatives = representatives
        let components = StrongComponents(vertexCount: classCount) { source, destination in
            !isBlocked(from: representatives[source], to: representatives[destination])
        }
        var classesOfComponent = [Int](repeating: 0, count: classCount)
        for component in components.componentOfVertex { classesOfComponent[component] += 1 }
        let fallsApart = representatives.indices.map { index in
            classesOfComponent[components.componentOfVertex[index]] == 1
                && isBlocked(from: representatives[index], to: representatives[index])
        }
        var sideOfComponent = [Int](repeating: -1, count: classCount)
        var sideCount = 0
        return classOfNode.map { nodeClass in
            let component = components.componentOfVertex[nodeClass]
            if !fallsApart[nodeClass] && sideOfComponent[component] >= 0 {
                return sideOfComponent[component]
            }
            sideOfComponent[component] = sideCount
            sideCount += 1
            return sideCount - 1
        }
    }

    /// The lowest node of each class.
    private var representatives: [Int] {
        var representatives: [Int] = []
        for (node, nodeClass) in classOfNode.enumerated()
        where nodeClass == representatives.count {
            representatives.append(node)
        }
        return representatives
    }

    /// Whether nodes like `destination` do not hear others like `source`.
    private func isBlocked(from source: Int, to destination: Int) -> Bool {
        let index = sourceSetIndex[destination]
        return index >= 0 && sourceSets[Int(index)].contains(NodeID(source))
    }
}
