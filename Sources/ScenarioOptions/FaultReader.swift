import ArgumentParser
import Engine

/// Reads a `--fault`, word by word:
///
///     cut LINKS | partition KIND | loss SHARE LINKS | duplicate SHARE LINKS
///         | clog DURATION LINKS | kill NODES | pause NODES   at TIME [for DURATION | until TIME]
///     heal [LINKS] | restart [NODES] | resume [NODES]        at TIME
///
/// LINKS are `A|B`, both ways, or `A>B`, one way. A, B and NODES are `n3`, `n0-n4`, a list such as
/// `n1,n4-n6`, or `*`, everyone; NODES may also be drawn at random: `one`, `subset` and so on.
struct FaultReader {
    private enum Verb: String, CaseIterable {
        case cut, partition, loss, duplicate, clog, kill, pause, heal, restart, resume

        var example: String {
            switch self {
            case .cut: "cut n3|* at 2s for 4s"
            case .partition: "partition majority at 2s for 4s"
            case .loss: "loss 0.3 n0>n1 at 2s"
            case .duplicate: "duplicate 0.3 n0>n1 at 2s"
            case .clog: "clog 500ms *|* at 2s until 6s"
            case .kill: "kill n3 at 2s for 4s"
            case .pause: "pause n3 at 2s for 4s"
            case .heal: "heal n3|* at 6s"
            case .restart: "restart n3 at 6s"
            case .resume: "resume n3 at 6s"
            }
        }

        /// The example without its times.
        var immediateExample: String {
            String(example[..<(example.firstRange(of: " at ")?.lowerBound ?? example.endIndex)])
        }
    }

    private static let drawnTargets: [NodeTarget] = [
        .one, .subset, .minorityThird, .minority, .majority,
    ]

    private let verb: Verb
    private let isImmediate: Bool
    /// What has not been read yet.
    private var words: ArraySlice<Substring>

    /// Whether `text` begins as a statement does.
    static func begins(_ text: String) -> Bool {
        Verb(rawValue: String(words(of: text).first ?? "")) != nil
    }

    /// What `text` says; the error it throws says what would be right.
    ///
    /// What `isImmediate` happens at once, at the start of the run, and has no times in it.
    static func statement(in text: String, isImmediate: Bool = false) throws -> FaultStatement {
        let words = words(of: text)
        guard let verb = Verb(rawValue: String(words.first ?? "")) else {
            let verbs = Verb.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(
                (words.first.map { "there is no fault '\($0)'" } ?? "it is empty")
                    + ": it must begin with one of \(verbs)")
        }
        var reader = FaultReader(
            verb: verb, isImmediate: isImmediate, words: words.dropFirst())
        let meaning = try reader.meaning()
        guard reader.words.isEmpty else {
            throw reader.error("'\(reader.words.joined(separator: " "))' at its end is too much")
        }
        return FaultStatement(text: text, meaning: meaning, isImmediate: isImmediate)
    }

    /// The words of `text`; what stands between nodes is a word of its own, with or without blanks
    /// around it.
    private static func words(of text: String) -> [Substring] {
        var words: [Substring] = []
        var start: String.Index?
        for index in text.indices {
            let isSign = "|>,".contains(text[index])
            if isSign || text[index].isWhitespace {
                if let start { words.append(text[start..<index]) }
                if isSign { words.append(text[index...index]) }
                start = nil
            } else if start == nil {
                start = index
            }
        }
        if let start { words.append(text[start...]) }
        return words
    }

    // MARK: Statements

    private mutating func meaning() throws -> FaultStatement.Meaning {
        switch verb {
        case .cut: return try begin(.cut(links()))
        case .partition: return try begin(.partition(kind()))
        case .loss:
            let share = try share()
            return try begin(.loss(links(), share: share))
        case .duplicate:
            let share = try share()
            return try begin(.duplication(links(), share: share))
        case .clog:
            let delay = try duration()
            return try begin(.clog(links(), by: delay))
        case .kill: return try begin(.kill(target()))
        case .pause: return try begin(.pause(target()))
        case .heal: return try end(.heal(namesPlace ? links() : nil))
        case .restart: return try end(.restart(namesPlace ? target() : nil))
        case .resume: return try end(.resume(namesPlace ? target() : nil))
        }
    }

    private var namesPlace: Bool { !words.isEmpty && words.first != "at" }

    private mutating func begin(_ fault: Fault) throws -> FaultStatement.Meaning {
        if isImmediate { return .fault(ScheduledFault(fault, from: .zero)) }
        let start = try time()
        if skip("for") {
            return .fault(ScheduledFault(fault, from: start, to: start + (try duration())))
        }
        guard skip("until") else { return .fault(ScheduledFault(fault, from: start)) }
        let end = try span("a time with its unit us, ms or s")
        guard end > start else {
            throw error("it begins at \(start) and must end later than that, not at \(end)")
        }
        return .fault(ScheduledFault(fault, from: start, to: end))
    }

    private mutating func end(_ end: FaultEnd) throws -> FaultStatement.Meaning {
        .end(end, at: isImmediate ? .zero : try time())
    }

    private mutating func time() throws -> TimeSpan {
        guard skip("at") else { throw expected("'at' and a time") }
        return try span("a time with its unit us, ms or s")
    }

    // MARK: Places

    private mutating func links() throws -> LinkGroup {
        let sources = try nodes()
        // A person who types in a hurry leaves the sign out.
        let isMutual =
            skip("|") || isImmediate && words.first.map(NodeRangeText.looksLikeNodes) ?? false
        guard isMutual || skip(">") else { throw expected("'|' (both ways) or '>' (one way)") }
        return LinkGroup(from: sources, to: try nodes(), isMutual: isMutual)
    }

    private mutating func target() throws -> NodeTarget {
        if let target = Self.drawnTargets.first(where: { skip("\($0)") }) { return target }
        let names = Self.drawnTargets.map { "\($0)" }.joined(separator: ", ")
        return .nodes(try nodes(or: ", \(names)"))
    }

    private mutating func nodes(or others: String = "") throws -> NodeGroup {
        var nodes = NodeSet()
        var isEveryone = false
        repeat {
            if skip("*") || skip("all") {
                isEveryone = true
                continue
            }
            guard let word = words.first, NodeRangeText.looksLikeNodes(word) else {
                throw expected("nodes (n3, n0-n4, *\(others))")
            }
            do {
                for node in try NodeRangeText(word).nodes { nodes.insert(NodeID(node)) }
            } catch {
                throw self.error("\(error)")
            }
            words.removeFirst()
        } while skip(",")
        return isEveryone ? .everyone : .nodes(nodes)
    }

    private mutating func kind() throws -> PartitionKind {
        let names = PartitionKind.allCases.map(\.rawValue).joined(separator: ", ")
        return try take("a kind (\(names))") { PartitionKind(rawValue: String($0)) }
    }

    // MARK: Words

    private mutating func share() throws -> Double {
        try take("a share above 0 and up to 1") { word in
            Double(word).flatMap { $0 > 0 && $0 <= 1 ? $0 : nil }
        }
    }

    private mutating func duration() throws -> TimeSpan {
        try span("a duration above 0s, with its unit us, ms or s", from: .microseconds(1))
    }

    private mutating func span(
        _ what: String, from shortest: TimeSpan = .zero
    ) throws -> TimeSpan {
        try take("\(what), up to \(OptionText.longestSpan)") {
            OptionText.span($0, from: shortest)
        }
    }

    /// What `read` makes of the next word, which must be `what`.
    private mutating func take<Thing>(
        _ what: String, _ read: (Substring) -> Thing?
    ) throws -> Thing {
        guard let thing = words.first.flatMap(read) else { throw expected(what) }
        words.removeFirst()
        return thing
    }

    /// Whether the next word is `word`, which is then taken.
    private mutating func skip(_ word: String) -> Bool {
        guard let first = words.first, first == word else { return false }
        words.removeFirst()
        return true
    }

    private func expected(_ what: String) -> ValidationError {
        error(words.first.map { "'\($0)' stands where \(what) must be" } ?? "it lacks \(what)")
    }

    private func error(_ words: String) -> ValidationError {
        let example = isImmediate ? verb.immediateExample : "--fault '\(verb.example)'"
        return ValidationError("\(words); an example is \(example)")
    }
}
