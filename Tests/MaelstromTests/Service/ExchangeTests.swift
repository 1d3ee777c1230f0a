import Engine
import Testing

@testable import Maelstrom

/// Exchanges with random nodes, and random dissemination, as they look on the wire.
struct ExchangeTests {
    /// The node n0 of two, whose values spread by exchanges alone, with the `values`.
    private func driver(
        _ mode: AntiEntropy.Mode = .push, holding values: [String] = []
    ) throws -> ServiceDriver {
        let spreading = BroadcastProtocol(
            dissemination: .none, antiEntropy: AntiEntropy(mode, every: .seconds(1), fanout: 1))
        var driver = try ServiceDriver(nodeCount: 2, protocol: spreading)
        for value in values { _ = try driver.body(#""type":"broadcast","message":\#(value)"#) }
        return driver
    }

    static let openings: [(AntiEntropy.Mode, JSONValue)] = [
        (.push, ["type": "gossip", "messages": [1, "x"], "repair": true]),
        (.pull, ["type": "gossip", "messages": [], "repair": true, "pull": true]),
        (.pushPull, ["type": "gossip", "messages": [1, "x"], "repair": true, "pull": true]),
        (
            .pushPullDigest,
            ["type": "gossip", "messages": [], "repair": true, "digest": [1, "x"]]
        ),
    ]

    @Test(arguments: openings)
    func `each mode opens an exchange in its way`(mode: AntiEntropy.Mode, body: JSONValue) throws {
        var driver = try driver(mode, holding: ["1", #""x""#])
        let output = try driver.wait(until: Instant(microseconds: 1_000_000))
        #expect(output == [.packet(to: "n1", body)])
    }

    /// What n1 asks of a node with 1 and "x", and what it is answered.
    static let answers: [(String, JSONValue?)] = [
        (
            #""messages":[],"pull":true"#,
            ["type": "gossip", "messages": [1, "x"], "repair": true]
        ),
        (
            #""messages":["x",5],"repair":true,"pull":true"#,
            ["type": "gossip", "messages": [1, "x"], "repair": true]
        ),
        (
            #""messages":[],"digest":["x"]"#,
            ["type": "gossip", "messages": [1], "repair": true]
        ),
        (
            #""messages":[],"repair":true,"digest":["x",5,[6]]"#,
            ["type": "gossip", "messages": [1], "repair": true, "wanted": [5, [6]]]
        ),
        (#""messages":[],"digest":["x",1]"#, nil),
        (
            #""messages":[5],"wanted":["x",7]"#,
            ["type": "gossip", "messages": ["x"], "repair": true]
        ),
        (#""messages":[5],"wanted":[]"#, nil),
        (#""messages":[5],"pull":false"#, nil),
    ]

    @Test(arguments: answers)
    func `a node is answered as it asks`(members: String, answer: JSONValue?) throws {
        var driver = try driver(holding: ["1", #""x""#])
        let output = try driver.body(#""type":"gossip",\#(members)"#, from: "n1")
        #expect(output == (answer.map { [.packet(to: "n1", $0)] } ?? []))
        #expect(driver.diagnostics.isEmpty)
    }

    @Test func `two services with digests end up with the same values`() throws {
        var asker = try driver(.pushPullDigest, holding: ["1", "2", #"{"a":3}"#])
        var asked = try driver(holding: ["2", "4"])
        var lines = try asker.wait(until: Instant(microseconds: 1_000_000))
        var turn = 0
        while let line = lines.first?.description {
            // Both are called n0; each takes the other for n1.
            let incoming = line.replacing(
                #""src":"n0","dest":"n1""#, with: #""src":"n1","dest":"n0""#)
            lines = try turn.isMultiple(of: 2) ? asked.line(incoming) : asker.line(incoming)
            turn += 1
        }
        #expect(turn == 3)
        let values: [JSONValue] = [1, 2, ["a": 3], 4]
        #expect(Set(try asker.read()) == Set(values))
        #expect(Set(try asked.read()) == Set(values))
    }

    @Test func `values that a digest names are not held`() throws {
        var driver = try driver()
        _ = try driver.body(#""type":"gossip","messages":[],"digest":[8,9]"#, from: "n1")
        #expect(try driver.read() == [])
        _ = try driver.body(#""type":"gossip","messages":[9]"#, from: "n1")
        #expect(try driver.read() == [9])
    }

    @Test func `a node outside the cluster is taken in and not answered`() throws {
        var driver = try driver(holding: ["1"])
        for members in [
            #""messages":[2],"pull":true"#, #""messages":[],"digest":[3]"#,
            #""messages":[4],"wanted":[1]"#,
        ] {
            #expect(try driver.body(#""type":"gossip",\#(members)"#, from: "n9") == [])
        }
        #expect(driver.diagnostics.count == 3)
        #expect(try driver.read() == [1, 2, 4])
    }

    @Test func `an infected node sends a value to random nodes, whatever the topology`() throws {
        var driver = try ServiceDriver(
            nodeCount: 9, protocol: BroadcastProtocol(dissemination: .infectAndDie(fanout: 4)))
        let sent = try driver.body(#""type":"broadcast","message":1"#)
        #expect(Set(sent.map { $0["dest"] }).count == 4)
        #expect(sent.allSatisfy { $0["body"] == ["type": "gossip", "messages": [1]] })
        #expect(try driver.body(#""type":"gossip","messages":[1]"#, from: "n3") == [])
    }

    static let divisions: [(Gossip, Gossip, Gossip)] = [
        (
            Gossip(messages: [1, 2, 3], purpose: .dissemination),
            Gossip(messages: [1], purpose: .dissemination),
            Gossip(messages: [2, 3], purpose: .dissemination)
        ),
        (
            Gossip(messages: [1, 2], purpose: .pull),
            Gossip(messages: [1], purpose: .repair), Gossip(messages: [2], purpose: .pull)
        ),
        (
            Gossip(messages: [], purpose: .digest([1, 2, 3])),
            Gossip(messages: [], purpose: .digest([1])),
            Gossip(messages: [], purpose: .digest([2, 3]))
        ),
        (
            Gossip(messages: [1, 2], purpose: .wanted([3, 4])),
            Gossip(messages: [1], purpose: .repair),
            Gossip(messages: [2], purpose: .wanted([3, 4]))
        ),
        (
            Gossip(messages: [2], purpose: .wanted([3, 4])),
            Gossip(messages: [2], purpose: .wanted([3])),
            Gossip(messages: [], purpose: .wanted([4]))
        ),
    ]

    @Test(arguments: divisions)
    func `what is too long for a line is said in two`(whole: Gossip, first: Gossip, second: Gossip)
    {
        #expect(whole.halves?.0 == first)
        #expect(whole.halves?.1 == second)
    }

    @Test(arguments: [.dissemination, .pull, .digest([3]), .wanted([3])] as [Gossip.Purpose])
    func `a single value cannot be divided`(purpose: Gossip.Purpose) {
        #expect(Gossip(messages: [1], purpose: purpose).halves == nil)
    }
}
