/// The strongly connected components of a directed graph: sets of vertices that reach each other.
///
/// Tarjan, "Depth-first search and linear graph algorithms", 1972, without recursion.
struct StrongComponents {
    /// The component of each vertex, numbered from 0 in no particular order.
    private(set) var componentOfVertex: [Int]

    private var componentCount = 0
    /// When the search came to each vertex; -1 before.
    private var order: [Int]
    private var visitedCount = 0
    /// The earliest vertex still open that each one reaches, by its place in the order.
    private var earliest: [Int]
    /// The vertices visited that have no component yet, in the order of visiting.
    private var open: [Int] = []
    /// The way from the root of the search to where it is, and the successor to try next at each.
    private var path: [(vertex: Int, successor: Int)] = []

    /// The components of the vertices 0..<`vertexCount`, linked where `hasEdge` (from, to) says so.
    /// O(vertices²).
    init(vertexCount: Int, hasEdge: (Int, Int) -> Bool) {
        componentOfVertex = Array(repeating: -1, count: vertexCount)
        order = componentOfVertex
        earliest = componentOfVertex
        for root in 0..<vertexCount where order[root] < 0 { explore(from: root, hasEdge) }
    }

    private mutating func explore(from root: Int, _ hasEdge: (Int, Int) -> Bool) {
        visit(root)
        while let (vertex, successor) = path.last {
            guard successor < order.count else {
                leave(vertex)
                continue
            }
            path[path.count - 1].successor += 1
            guard hasEdge(vertex, successor) else { continue }
            if order[successor] < 0 {
                visit(successor)
            } else if componentOfVertex[successor] < 0 {
                earliest[vertex] = min(earliest[vertex], order[successor])
            }
        }
    }

    private mutating func visit(_ vertex: Int) {
        order[vertex] = visitedCount
        earliest[vertex] = visitedCount
        visitedCount += 1
        open.append(vertex)
        path.append((vertex, 0))
    }

    private mutating func leave(_ vertex: Int) {
        path.removeLast()
        if let previous = path.last?.vertex {
            earliest[previous] = min(earliest[previous], earliest[vertex])
        }
        guard earliest[vertex] == order[vertex] else { return }
        while let member = open.popLast() {
            componentOfVertex[member] = componentCount
            if member == vertex { break }
        }
        componentCount += 1
    }
}
