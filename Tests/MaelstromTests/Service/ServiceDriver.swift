import Engine
import Foundation
import Maelstrom
import Testing

/// A service with its clock and all that it wrote, for tests.
struct ServiceDriver {
    private(set) var service: BroadcastService
    private(set) var diagnostics: [String] = []
    var now = Instant.zero

    /// A node with `settings` that waits for its `init`.
    init(settings: NodeSettings = NodeSettings(seed: 1)) {
        service = BroadcastService(settings: settings)
    }

    /// The node n0 of `nodeCount`, on the line unless suggested otherwise.
    init(nodeCount: Int, protocol: BroadcastProtocol = BroadcastProtocol()) throws {
        self.init(
            settings: NodeSettings(broadcastProtocol: `protocol`, topology: .line, seed: 1))
        let names = (0..<nodeCount).map { #""n\#($0)""# }.joined(separator: ",")
        _ = try body(#""type":"init","msg_id":1,"node_id":"n0","node_ids":[\#(names)]"#)
    }

    /// What comes back when `line` goes in.
    mutating func line(_ line: String) throws -> [JSONValue] { try bytes(Array(line.utf8)) }

    /// What comes back when the bytes of a line go in.
    mutating func bytes(_ line: [UInt8]) throws -> [JSONValue] {
        var effects = ServiceEffects()
        service.receive(line[...], at: now, into: &effects)
        return try take(effects)
    }

    /// What comes back when `source` sends a body with the members written in `members`.
    mutating func body(_ members: String, from source: String = "c1") throws -> [JSONValue] {
        try line(#"{"id":7,"src":"\#(source)","dest":"n0","body":{\#(members)}}"#)
    }

    /// What the node does by itself up to `instant`.
    mutating func wait(until instant: Instant) throws -> [JSONValue] {
        var output: [JSONValue] = []
        while let deadline = service.nextDeadline, deadline <= instant {
            now = max(now, deadline)
            var effects = ServiceEffects()
            service.fireTimers(at: now, into: &effects)
            output += try take(effects)
        }
        now = instant
        return output
    }

    /// The values that a read shows.
    mutating func read() throws -> [JSONValue] {
        let replies = try body(#""type":"read","msg_id":99"#)
        let reply = try #require(replies.first)
        #expect(replies.count == 1)
        #expect(reply["body"]["type"] == "read_ok")
        #expect(reply["body"]["in_reply_to"] == 99)
        guard case .array(let messages) = reply["body"]["messages"] else {
            throw UnexpectedShape(value: reply)
        }
        return messages
    }

    private mutating func take(_ effects: ServiceEffects) throws -> [JSONValue] {
        diagnostics += effects.diagnostics
        let lines = effects.output.split(
            separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        #expect(lines.last?.isEmpty == true || effects.output.isEmpty, "output ends with a line")
        return try lines.dropLast().map { try JSONValue(parsing: $0) }
    }

    /// A value that is not built as the test needs it.
    struct UnexpectedShape: Error {
        let value: JSONValue
    }
}

extension JSONValue {
    /// The member called `key`; null when there is none.
    subscript(key: String) -> JSONValue {
        guard case .object(let object) = self else { return .null }
        return object[key] ?? .null
    }

    /// A packet from n0 with `body`.
    static func packet(to destination: String, _ body: JSONValue) -> JSONValue {
        ["src": "n0", "dest": .string(destination), "body": body]
    }
}
