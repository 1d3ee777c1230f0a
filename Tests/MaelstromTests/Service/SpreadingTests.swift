import Engine
import Maelstrom
import Testing

/// Topology, batches and repair as they look on the wire.
struct SpreadingTests {
    private func driver(_ settings: NodeSettings, nodeCount: Int = 9) throws -> ServiceDriver {
        var driver = ServiceDriver(settings: settings)
        let names = (0..<nodeCount).map { #""n\#($0)""# }.joined(separator: ",")
        _ = try driver.body(#""type":"init","msg_id":1,"node_id":"n0","node_ids":[\#(names)]"#)
        return driver
    }

    private func destinations(of lines: [JSONValue]) -> [JSONValue] {
        lines.filter { $0["body"]["type"] == "gossip" }.map { $0["dest"] }
    }

    private let suggestion = #""type":"topology","msg_id":2,"topology":{"n0":["n8"]}"#

    @Test func `the node's own topology holds until another one is suggested`() throws {
        var driver = try driver(NodeSettings(topology: .grid, seed: 1))
        let before = try driver.body(#""type":"broadcast","message":1"#)
        #expect(destinations(of: before) == ["n1", "n3"])
        _ = try driver.body(suggestion)
        let after = try driver.body(#""type":"broadcast","message":2"#)
        #expect(destinations(of: after) == ["n8"])
    }

    @Test func `a topology chosen at the start is kept, and the suggestion acknowledged`() throws {
        var driver = try driver(
            NodeSettings(topology: .heap, followsSuggestion: false, seed: 1))
        #expect(try driver.body(suggestion).first?["body"]["type"] == "topology_ok")
        let after = try driver.body(#""type":"broadcast","message":1"#)
        #expect(destinations(of: after) == ["n1", "n2"])
    }

    @Test func `names count by their place in node_ids, whatever they are`() throws {
        var driver = ServiceDriver(settings: NodeSettings(topology: .line, seed: 1))
        let nodes = #""node_id":"berlin","node_ids":["aachen","berlin","n0"]"#
        let reply = try driver.body(#""type":"init","msg_id":1,\#(nodes)"#)
        #expect(reply.first?["src"] == "berlin")
        let sent = try driver.body(#""type":"broadcast","message":1"#)
        #expect(destinations(of: sent) == ["aachen", "n0"])
    }

    @Test func `a batch goes out every interval, empty ones only when asked for`() throws {
        for sendsEmpty in [false, true] {
            let batching = Batching.every(.milliseconds(50), sendsEmpty: sendsEmpty)
            var driver = try driver(
                NodeSettings(
                    broadcastProtocol: BroadcastProtocol(batching: batching), topology: .star,
                    seed: 1), nodeCount: 2)
            #expect(destinations(of: try driver.body(#""type":"broadcast","message":1"#)) == [])
            #expect(destinations(of: try driver.body(#""type":"broadcast","message":2"#)) == [])
            let first = try driver.wait(until: Instant(microseconds: 50_000))
            #expect(first == [.packet(to: "n1", ["type": "gossip", "messages": [1, 2]])])
            let later = try driver.wait(until: Instant(microseconds: 1_050_000))
            let empty = JSONValue.packet(to: "n1", ["type": "gossip", "messages": []])
            #expect(later == (sendsEmpty ? Array(repeating: empty, count: 20) : []))
        }
    }

    @Test func `repair sends everything held to other nodes, and says that it is repair`() throws {
        let repair = AntiEntropy.push(every: .seconds(5), fanout: 3, relays: true)
        var driver = try driver(
            NodeSettings(
                broadcastProtocol: BroadcastProtocol(antiEntropy: repair), topology: .line, seed: 1)
        )
        _ = try driver.body(#""type":"broadcast","message":1"#)
        _ = try driver.body(#""type":"gossip","messages":["x"]"#, from: "n1")
        let pushes = try driver.wait(until: Instant(microseconds: 5_000_000))
        #expect(pushes.count == 3)
        #expect(Set(pushes.map { $0["dest"] }).count == 3)
        #expect(!pushes.contains { $0["dest"] == "n0" })
        for push in pushes {
            #expect(push["body"] == ["type": "gossip", "messages": [1, "x"], "repair": true])
        }
    }

    @Test func `repair is passed on only when the protocol says so`() throws {
        for relays in [false, true] {
            let repair = AntiEntropy.push(every: .seconds(5), fanout: 1, relays: relays)
            var driver = try driver(
                NodeSettings(
                    broadcastProtocol: BroadcastProtocol(antiEntropy: repair), topology: .star,
                    seed: 1))
            let passedOn = try driver.body(
                #""type":"gossip","messages":[1],"repair":true"#, from: "n1")
            #expect(passedOn.count == (relays ? 7 : 0))
            let disseminated = try driver.body(
                #""type":"gossip","messages":[2],"repair":false"#, from: "n1")
            #expect(disseminated.count == 7)
            #expect(try driver.read() == [1, 2])
        }
    }

    @Test func `the same settings, lines and times give the same output, another seed does not`()
        throws
    {
        let repair = AntiEntropy.push(every: .seconds(1), fanout: 2, relays: true)
        let batching = Batching.every(.milliseconds(70), sendsEmpty: true)
        func output(seed: UInt64) throws -> [JSONValue] {
            var driver = try driver(
                NodeSettings(
                    broadcastProtocol: BroadcastProtocol(batching: batching, antiEntropy: repair),
                    seed: seed))
            var output = try driver.body(#""type":"broadcast","msg_id":1,"message":1"#)
            output += try driver.wait(until: Instant(microseconds: 3_000_000))
            return output
        }
        #expect(try output(seed: 1) == output(seed: 1))
        #expect(try output(seed: 1) != output(seed: 2))
    }

    @Test func `a timer fires once for all the ticks that a late host missed`() throws {
        let batching = Batching.every(.milliseconds(50), sendsEmpty: true)
        let service = try driver(
            NodeSettings(
                broadcastProtocol: BroadcastProtocol(batching: batching), topology: .line, seed: 1))
        var late = service.service
        let first = try #require(late.nextDeadline)
        var effects = ServiceEffects()
        late.fireTimers(at: first + .milliseconds(1_020), into: &effects)
        #expect(effects.output.count(where: { $0 == UInt8(ascii: "\n") }) == 1)
        #expect(late.nextDeadline == first + .milliseconds(1_050))
    }
}
