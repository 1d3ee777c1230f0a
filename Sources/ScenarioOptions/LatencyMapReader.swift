import ArgumentParser
import Engine

/// Reads a map of latencies as people write it, line by line:
///
///     # three data centres; latencies in milliseconds
///     eu    n0-n8
///     us    n9-n16 n18
///     asia  n17
///     eu eu 1
///     eu us 80
///
/// A line is a group with its nodes, or two groups and the mean latency from the first to the
/// second. It holds both ways unless another line has the other direction.
struct LatencyMapReader {
    /// Something that a line says, and the line's number.
    private struct Entry<Content> {
        let content: Content
        let line: Int
    }

    /// Two groups by name.
    private struct Direction: Hashable {
        let from: Substring
        let to: Substring
    }

    private static let mostGroups = 1_000
    private static let latencies = 0...1_000_000

    private let file: String
    private var groups: [Substring] = []
    /// Entry i is the place in `groups` of node i's group; nil while no line has named the node.
    private var groupOfNode: [Entry<Int>?] = []
    private var means: [Direction: Entry<Int>] = [:]
    /// In the order of the lines, so that the first fault is the one that is reported.
    private var directions: [Direction] = []

    /// The map in the file at `path`.
    static func map(inFileAt path: String) throws -> LatencyMap {
        guard !path.isEmpty else { throw ValidationError("it must be the path of a file") }
        do {
            return try map(in: TextFile(path: path).text, file: path)
        } catch let failure as TextFile.Failure {
            throw ValidationError("\(path): \(failure)")
        }
    }

    /// The map in `text`, the contents of `file`.
    static func map(in text: String, file: String) throws -> LatencyMap {
        var reader = LatencyMapReader(file: file)
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let said = line.prefix { $0 != "#" }
            try reader.read(said.split { $0.isWhitespace || $0 == "," }, line: index + 1)
        }
        return try reader.map()
    }

    private init(file: String) {
        self.file = file
    }

    // MARK: Lines

    private mutating func read(_ words: [Substring], line: Int) throws {
        guard let first = words.first else { return }
        guard !NodeRangeText.looksLikeNodes(first) else {
            throw error("'\(first)' needs its group's name before it, as in 'eu \(first)'", line)
        }
        let rest = words.dropFirst()
        if !rest.isEmpty && rest.allSatisfy(NodeRangeText.looksLikeNodes) {
            let group = try place(of: first, line: line)
            for word in rest { try put(word, in: group, line: line) }
        } else if words.count == 3 && !NodeRangeText.looksLikeNodes(words[1]) {
            try readLatency(Direction(from: first, to: words[1]), words[2], line: line)
        } else {
            throw error(
                "a line is a group with its nodes, 'eu n0-n8', or a latency in milliseconds, "
                    + "'eu us 80'", line)
        }
    }

    private mutating func place(of name: Substring, line: Int) throws -> Int {
        if let place = groups.firstIndex(of: name) { return place }
        guard groups.count < Self.mostGroups else {
            throw error("there are at most \(Self.mostGroups) groups", line)
        }
        groups.append(name)
        return groups.count - 1
    }

    private mutating func put(_ word: Substring, in group: Int, line: Int) throws {
        let nodes = try nodes(word, line: line)
        let missing = nodes.upperBound + 1 - groupOfNode.count
        if missing > 0 { groupOfNode += Array(repeating: nil, count: missing) }
        for node in nodes {
            if let other = groupOfNode[node] {
                throw error(
                    "n\(node) is in group '\(groups[other.content])' already, by line "
                        + "\(other.line): take it out of one of them", line)
            }
            groupOfNode[node] = Entry(content: group, line: line)
        }
    }

    private func nodes(_ word: Substring, line: Int) throws -> ClosedRange<Int> {
        do {
            return try NodeRangeText(word).nodes
        } catch {
            throw self.error("\(error)", line)
        }
    }

    private mutating func readLatency(
        _ direction: Direction, _ word: Substring, line: Int
    ) throws {
        guard let mean = Int(word), Self.latencies.contains(mean) else {
            throw error(
                "'\(word)' must be a latency in whole milliseconds, 0 to "
                    + "\(Self.latencies.upperBound), without a unit", line)
        }
        if let other = means[direction] {
            throw error(
                "the latency from '\(direction.from)' to '\(direction.to)' is in line "
                    + "\(other.line) already: remove one of them", line)
        }
        means[direction] = Entry(content: mean, line: line)
        directions.append(direction)
    }

    // MARK: The whole

    private func map() throws -> LatencyMap {
        guard !groups.isEmpty else {
            throw error("there is no group: a line such as 'eu n0-n8' makes one")
        }
        for direction in directions {
            for name in [direction.from, direction.to] where !groups.contains(name) {
                throw error(
                    "there is no group '\(name)': a line such as '\(name) n0-n8' makes one",
                    means[direction]?.line)
            }
        }
        let places = groupOfNode.compactMap { $0?.content }
        if let lonely = groupOfNode.firstIndex(where: { $0 == nil }) {
            throw error(
                "n\(lonely) is in no group, though n\(groupOfNode.count - 1) is: add it to one")
        }
        return try LatencyMap(
            name: file, groups: groups.map(String.init), groupOfNode: places,
            means: groups.map { from in try groups.map { to in try mean(from: from, to: to) } })
    }

    private func mean(from: Substring, to: Substring) throws -> Int {
        let entry =
            means[Direction(from: from, to: to)] ?? means[Direction(from: to, to: from)]
        guard let entry else {
            let link = from == to ? "within '\(from)'" : "between '\(from)' and '\(to)'"
            throw error("there is no latency \(link): add a line such as '\(from) \(to) 80'")
        }
        return entry.content
    }

    private func error(_ words: String, _ line: Int? = nil) -> ValidationError {
        ValidationError(line.map { "\(file):\($0): \(words)" } ?? "\(file): \(words)")
    }
}
