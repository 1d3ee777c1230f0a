/// Nodes as people write them: one, `n3`, or a range of them, `n0-n8`.
struct NodeRangeText {
    /// A word that names no nodes, and what would.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// The last node of the largest cluster.
    static let highestNode = 999_999

    /// The nodes' places in the cluster, counted from 0.
    let nodes: ClosedRange<Int>

    /// Reads `word`.
    init(_ word: Substring) throws(Failure) {
        let ends = word.split(separator: "-", omittingEmptySubsequences: false).map(Self.node)
        guard ends.count <= 2, let first = ends.first ?? nil, let last = ends.last ?? nil else {
            throw Failure(
                description: "'\(word)' must be a node or a range of them, such as n3 or n0-n8, "
                    + "up to n\(Self.highestNode)")
        }
        guard first <= last else {
            throw Failure(description: "'\(word)' runs backwards: say 'n\(last)-n\(first)'")
        }
        nodes = first...last
    }

    /// Whether `word` begins as a node's name does.
    static func looksLikeNodes(_ word: Substring) -> Bool {
        word.first == "n" && word.dropFirst().first?.isWholeNumber == true
    }

    /// The number of the node called `name`; nil when no node is.
    private static func node(_ name: Substring) -> Int? {
        guard name.first == "n", let number = Int(name.dropFirst()), number <= highestNode,
            name == "n\(number)"
        else { return nil }
        return number
    }
}
