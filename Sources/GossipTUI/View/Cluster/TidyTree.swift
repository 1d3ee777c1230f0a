/// A tree in heap order drawn as narrow as its layers allow: nodes of a layer stand at least 1
/// apart, parents above the middle of their children, equal subtrees look equal.
///
/// After Reingold and Tilford, "Tidier Drawings of Trees" (1981), with whole contours instead of
/// threads: O(n · depth).
struct TidyTree {
    /// Entry i is how far right node i stands; the leftmost one is at 0.
    let positions: [Double]

    /// The distance from the leftmost to the rightmost node.
    let width: Double

    init(nodeCount: Int, arity: Int) {
        var offsets = [Double](repeating: 0, count: nodeCount)
        var contours = [Contour](repeating: Contour(), count: nodeCount)
        for node in (0..<nodeCount).reversed() {
            let first = arity * node + 1
            let children = min(first, nodeCount)..<min(first + arity, nodeCount)
            var merged = Contour(left: [], right: [])
            for child in children {
                offsets[child] = merged.append(contours[child])
            }
            let middle = (offsets[children].max() ?? 0) / 2
            for child in children { offsets[child] -= middle }
            contours[node].left += merged.left.map { $0 - middle }
            contours[node].right += merged.right.map { $0 - middle }
        }
        for node in 1..<max(1, nodeCount) { offsets[node] += offsets[(node - 1) / arity] }
        let leftmost = offsets.min() ?? 0
        positions = offsets.map { $0 - leftmost }
        width = positions.max() ?? 0
    }

    /// Entry i is the column of node i when the whole tree spans `columns`.
    func columns(_ columns: ClosedRange<Int>) -> [Int] {
        let length = Double(columns.count - 1)
        return positions.map { position in
            let share = width > 0 ? position / width : 0.5
            return columns.lowerBound + Int((share * length).rounded())
        }
    }

    /// The ends of a subtree's layers, from its root down.
    private struct Contour {
        var left = [0.0]
        var right = [0.0]

        /// Puts `other` to the right of this one, as close as it may stand; returns how far right.
        mutating func append(_ other: Contour) -> Double {
            let shift = zip(right, other.left).map { $0 + 1 - $1 }.max() ?? 0
            right.replaceSubrange(
                0..<min(right.count, other.right.count), with: other.right.map { $0 + shift })
            left += other.left.dropFirst(left.count).map { $0 + shift }
            return shift
        }
    }
}
