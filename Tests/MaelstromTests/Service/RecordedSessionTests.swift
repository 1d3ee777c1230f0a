import Engine
import Foundation
import Maelstrom
import Testing

/// Five nodes of a real run, cut by partitions: what went into each of them goes into ours.
struct RecordedSessionTests {
    private static let replyTypes: [JSONValue: JSONValue] = [
        "init": "init_ok", "topology": "topology_ok", "broadcast": "broadcast_ok",
        "read": "read_ok", "gossip": "gossip_ok",
    ]

    @Test(arguments: zip(0..<5, [255, 217, 204, 176, 210]))
    func `every request is answered once, and reads show exactly what had arrived`(
        node: Int, requestsRecorded: Int
    ) throws {
        var driver = ServiceDriver()
        var known: Set<JSONValue> = []
        var requestCount = 0
        for line in try lines("n\(node).stdin") {
            let request = line["body"]
            let output = try driver.line(line.description)
            #expect(output.allSatisfy { $0["src"] == line["dest"] })
            let replies = output.filter { $0["body"]["in_reply_to"] != .null }
            guard let type = Self.replyTypes[request["type"]] else {
                #expect(output.isEmpty, "\(line) is a reply")
                continue
            }
            requestCount += 1
            let reply = try #require(replies.first)
            #expect(replies.count == 1)
            #expect(reply["dest"] == line["src"])
            #expect(reply["body"]["type"] == type)
            #expect(reply["body"]["in_reply_to"] == request["msg_id"])
            if request["type"] == "broadcast" { known.insert(request["message"]) }
            known.formUnion(elements(request["messages"]))
            if type != "read_ok" { continue }
            let shown = elements(reply["body"]["messages"])
            #expect(Set(shown) == known)
            #expect(shown.count == known.count, "each once")
        }
        #expect(requestCount == requestsRecorded)
        #expect(driver.diagnostics.isEmpty)
    }

    @Test(arguments: 0..<5)
    func `reads show what the recorded node showed`(node: Int) throws {
        var recorded: [String: Set<JSONValue>] = [:]
        for line in try lines("n\(node).stdout") where line["body"]["type"] == "read_ok" {
            recorded[key(line["dest"], line["body"]["in_reply_to"])] =
                Set(elements(line["body"]["messages"]))
        }
        var driver = ServiceDriver()
        var compared = 0
        for line in try lines("n\(node).stdin") {
            let output = try driver.line(line.description)
            guard line["body"]["type"] == "read" else { continue }
            let shown = elements(try #require(output.first)["body"]["messages"])
            #expect(Set(shown) == recorded[key(line["src"], line["body"]["msg_id"])])
            compared += 1
        }
        #expect(compared == recorded.count)
        #expect(compared >= 30)
    }

    private func key(_ client: JSONValue, _ id: JSONValue) -> String { "\(client) \(id)" }

    private func elements(_ value: JSONValue) -> [JSONValue] {
        guard case .array(let elements) = value else { return [] }
        return elements
    }

    private func lines(_ name: String) throws -> [JSONValue] {
        let file = try #require(
            Bundle.module.url(forResource: name, withExtension: nil, subdirectory: "Recorded"))
        let bytes = [UInt8](try Data(contentsOf: file))
        return try bytes.split(separator: UInt8(ascii: "\n")).map { try JSONValue(parsing: $0) }
    }
}
