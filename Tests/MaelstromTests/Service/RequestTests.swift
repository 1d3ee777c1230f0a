import Engine
import Maelstrom
import Testing

struct RequestTests {
    private let initLine = #""type":"init","msg_id":1,"node_id":"n0","node_ids":["n0","n1","n2"]"#

    @Test func `init, topology, broadcast and read are answered, each with its type and number`()
        throws
    {
        var driver = ServiceDriver()
        #expect(
            try driver.body(initLine) == [.packet(to: "c1", ["type": "init_ok", "in_reply_to": 1])])
        let topology = #""type":"topology","msg_id":2,"topology":{"n0":["n2"],"n1":[],"n2":["n0"]}"#
        #expect(
            try driver.body(topology) == [
                .packet(to: "c1", ["type": "topology_ok", "in_reply_to": 2])
            ])
        #expect(
            try driver.body(#""type":"broadcast","msg_id":3,"message":5"#, from: "c9") == [
                .packet(to: "n2", ["type": "gossip", "messages": [5]]),
                .packet(to: "c9", ["type": "broadcast_ok", "in_reply_to": 3]),
            ])
        #expect(
            try driver.body(#""type":"read","msg_id":4"#) == [
                .packet(to: "c1", ["type": "read_ok", "in_reply_to": 4, "messages": [5]])
            ])
        #expect(driver.diagnostics.isEmpty)
    }

    @Test func `0 is a number like any other, and so is one below it`() throws {
        var driver = try ServiceDriver(nodeCount: 1)
        for id in [0, -1, Int.max] {
            let reply = try driver.body(#""type":"read","msg_id":\#(id)"#)
            #expect(reply.first?["body"]["in_reply_to"] == JSONValue(id))
        }
    }

    @Test func `a request without a number is carried out in silence`() throws {
        var driver = ServiceDriver()
        let nodes = #""node_id":"n0","node_ids":["n0","n1","n2"]"#
        #expect(try driver.body(#""type":"init",\#(nodes)"#) == [])
        #expect(try driver.body(#""type":"topology","topology":{"n0":["n2"]}"#) == [])
        #expect(
            try driver.body(#""type":"broadcast","msg_id":null,"message":1"#) == [
                .packet(to: "n2", ["type": "gossip", "messages": [1]])
            ])
        #expect(try driver.body(#""type":"read""#) == [])
        #expect(try driver.read() == [1])
        #expect(driver.diagnostics.isEmpty)
    }

    @Test func `any JSON value can be broadcast, once, and comes back as it came`() throws {
        var driver = try ServiceDriver(nodeCount: 1)
        let texts = [
            "1", "1.0", "1e0", "-0", "12345678901234567890123", "null", "true", "false", #""""#,
            #""1""#, #""é😀\u0000\n""#, "[]", "[[1],{}]", "{}", #"{"b":1,"a":[2.50,null]}"#,
        ]
        for text in texts + texts {
            #expect(
                try driver.body(#""type":"broadcast","msg_id":2,"message": \#(text) "#).first?[
                    "body"]
                    == ["type": "broadcast_ok", "in_reply_to": 2])
        }
        _ = try driver.body(
            #""type":"broadcast","message":{"\u0061": [2.50 , null],"b":1}"#)
        _ = try driver.body(#""type":"broadcast","message":"\u00e9\ud83d\ude00\u0000\u000A""#)
        #expect(try driver.read().map(\.description) == texts)
    }

    @Test(arguments: ["init_ok", "broadcast_ok", "read_ok", "topology_ok", "gossip_ok", "error"])
    func `replies are taken in silence`(type: String) throws {
        var driver = try ServiceDriver(nodeCount: 2)
        #expect(try driver.body(#""type":"\#(type)","in_reply_to":0"#, from: "n1") == [])
        #expect(try driver.body(#""type":"\#(type)","msg_id":5,"code":1"#, from: "n1") == [])
        #expect(try driver.body(#""type":"custom_ok","in_reply_to":0,"msg_id":5"#) == [])
        #expect(driver.diagnostics.isEmpty)
    }

    @Test func `gossip is passed on but not back, and acknowledged to whoever numbers it`() throws {
        var driver = try ServiceDriver(nodeCount: 3)
        _ = try driver.body(#""type":"topology","topology":{"n0":["n1","n2"]}"#)
        #expect(
            try driver.body(#""type":"gossip","messages":[1,2]"#, from: "n1") == [
                .packet(to: "n2", ["type": "gossip", "messages": [1]]),
                .packet(to: "n2", ["type": "gossip", "messages": [2]]),
            ])
        #expect(
            try driver.body(#""type":"gossip","msg_id":0,"messages":[2,1]"#, from: "n1") == [
                .packet(to: "n1", ["type": "gossip_ok", "in_reply_to": 0])
            ])
        #expect(try driver.body(#""type":"gossip","messages":[]"#, from: "n2") == [])
        #expect(try driver.read() == [1, 2])
    }

    @Test func `gossip from outside the cluster is reported, and its values are kept`() throws {
        var driver = try ServiceDriver(nodeCount: 3)
        #expect(
            try driver.body(#""type":"gossip","msg_id":4,"messages":[1]"#, from: "x9") == [
                .packet(to: "n1", ["type": "gossip", "messages": [1]]),
                .packet(to: "x9", ["type": "gossip_ok", "in_reply_to": 4]),
            ])
        #expect(
            driver.diagnostics == [
                #"gossip from "x9", which is not one of node_ids, taken in as a client's"#
            ])
        #expect(try driver.read() == [1])
    }
}
