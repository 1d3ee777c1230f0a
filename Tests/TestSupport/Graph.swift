/// Hop distances by breadth-first search, for checking what a simulated flood does.
public enum Graph {
    /// Entry v is the hop distance from `origin` to v along `neighbors`; nil when v cannot be
    /// reached.
    public static func distances(from origin: Int, neighbors: [[Int]]) -> [Int?] {
        var distances = [Int?](repeating: nil, count: neighbors.count)
        distances[origin] = 0
        var frontier = [origin]
        var hops = 0
        while !frontier.isEmpty {
            hops += 1
            var next: [Int] = []
            for node in frontier {
                for neighbor in neighbors[node] where distances[neighbor] == nil {
                    distances[neighbor] = hops
                    next.append(neighbor)
                }
            }
            frontier = next
        }
        return distances
    }

    /// The longest of all shortest paths; nil when some node cannot be reached from another.
    public static func diameter(_ neighbors: [[Int]]) -> Int? {
        var longest = 0
        for origin in neighbors.indices {
            for distance in distances(from: origin, neighbors: neighbors) {
                guard let distance else { return nil }
                longest = max(longest, distance)
            }
        }
        return longest
    }
}
