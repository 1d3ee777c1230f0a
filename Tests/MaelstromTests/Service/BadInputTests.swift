import Maelstrom
import Testing

/// Input that cannot be served: answered by an error where there is someone to answer, reported
/// otherwise, and nothing is lost by it.
struct BadInputTests {
    @Test(arguments: [
        ("", "line skipped: no JSON: byte 0: expected a value, found the end"),
        ("garbage", "line skipped: no JSON: byte 0: expected a value, found 'g'"),
        (
            #"{"src":"c1","dest":"n0","body":{"type":"read","msg_id"#,
            #"line skipped: no JSON: byte 53: expected a character, an escape or '"' in a string, "#
                + "found the end"
        ),
        (
            "[1]",
            "line skipped: no packet: expected an object with src, dest and body, found an array"
        ),
        (
            #""text""#,
            #"line skipped: no packet: expected an object with src, dest and body, found "text""#
        ),
        (
            #"{"dest":"n0","body":{"type":"read","msg_id":1}}"#,
            "line skipped: no packet: src is missing; src, dest, body and body.type are needed"
        ),
        (
            #"{"src":5,"dest":"n0","body":{"type":"read","msg_id":1}}"#,
            "line skipped: no packet: src must be a string, not 5"
        ),
        (
            #"{"src":"c1","body":{"type":"read","msg_id":1}}"#,
            "line skipped: no packet: dest is missing; src, dest, body and body.type are needed"
        ),
        (
            #"{"src":"c1","dest":"n0"}"#,
            "line skipped: no packet: body is missing; src, dest, body and body.type are needed"
        ),
        (
            #"{"src":"c1","dest":"n0","body":[]}"#,
            "line skipped: no packet: body must be an object, not an array"
        ),
        (
            #"{"src":"c1","dest":"n0","body":{"msg_id":1}}"#,
            "line skipped: no packet: body.type is missing; src, dest, body and body.type are needed"
        ),
        (
            #"{"src":"c1","dest":"n0","body":{"type":"broadcast","message":9,"msg_id":"1"}}"#,
            #"line skipped: no packet: body.msg_id must be a whole number of 64 bits, not "1""#
        ),
        (
            #"{"src":"c1","dest":"n0","body":{"type":"read","msg_id":1.5}}"#,
            "line skipped: no packet: body.msg_id must be a whole number of 64 bits, not 1.5"
        ),
        (
            #"{"src":"c1","dest":"n0","body":{"type":"read","msg_id":99999999999999999999}}"#,
            "line skipped: no packet: body.msg_id must be a whole number of 64 bits, "
                + "not 99999999999999999999"
        ),
        (
            #"{"src":"c1","dest":"n0","body":{"type":"broadcast"}}"#,
            #"request from "c1" skipped: broadcast: message is missing; it must be any JSON value "#
                + "(error 12)"
        ),
        (
            #"{"src":"c\n1","dest":"n0","body":{"type":"dance"}}"#,
            #"request from "c\n1" skipped: the type "dance" is not one of init, topology, "#
                + "broadcast, read, gossip (error 10)"
        ),
    ])
    func `a line with nobody to answer is reported, and the node lives on with all it had`(
        line: String, diagnostic: String
    ) throws {
        var driver = try ServiceDriver(nodeCount: 2)
        _ = try driver.body(#""type":"broadcast","message":"kept""#)
        #expect(try driver.line(line) == [])
        #expect(driver.diagnostics == [diagnostic])
        #expect(try driver.read() == ["kept"])
    }

    @Test(arguments: [
        (
            #""type":"dance""#, 10,
            #"the type "dance" is not one of init, topology, broadcast, read, gossip"#
        ),
        (#""type":5"#, 12, "type must be a string, not 5"),
        (#""type":"broadcast""#, 12, "broadcast: message is missing; it must be any JSON value"),
        (#""type":"gossip""#, 12, "gossip: messages is missing; it must be an array"),
        (#""type":"gossip","messages":{}"#, 12, "gossip: messages must be an array, not an object"),
        (
            #""type":"gossip","messages":[8],"repair":"yes""#, 12,
            #"gossip: repair must be true or false, not "yes""#
        ),
        (
            #""type":"gossip","messages":[8],"pull":1"#, 12,
            "gossip: pull must be true or false, not 1"
        ),
        (
            #""type":"gossip","messages":[],"digest":{}"#, 12,
            "gossip: digest must be an array, not an object"
        ),
        (
            #""type":"gossip","messages":[8],"wanted":8"#, 12,
            "gossip: wanted must be an array, not 8"
        ),
        (#""type":"gossip","digest":[8]"#, 12, "gossip: messages is missing; it must be an array"),
        (
            #""type":"gossip","messages":[8],"digest":[8]"#, 12,
            "gossip: messages must be empty beside digest, not 1"
        ),
        (
            #""type":"gossip","messages":[],"pull":true,"digest":[8]"#, 12,
            "gossip: only one of pull, digest and wanted fits in a request"
        ),
        (
            #""type":"gossip","messages":[],"digest":[8],"wanted":[8]"#, 12,
            "gossip: only one of pull, digest and wanted fits in a request"
        ),
        (
            #""type":"gossip","messages":[],"pull":true,"wanted":[8]"#, 12,
            "gossip: only one of pull, digest and wanted fits in a request"
        ),
        (
            #""type":"topology""#, 12,
            "topology: topology is missing; it must be an object from each node to its neighbours"
        ),
        (
            #""type":"topology","topology":[]"#, 12,
            "topology: topology must be an object from each node to its neighbours, not an array"
        ),
        (
            #""type":"topology","topology":{"n0":"n1"}"#, 12,
            #"topology: topology["n0"] must be an array of strings, not "n1""#
        ),
        (
            #""type":"topology","topology":{"n0":["n1",1]}"#, 12,
            #"topology: topology["n0"] must be an array of strings, not an array with 1"#
        ),
        (
            #""type":"topology","topology":{"n0":["n7"]}"#, 12,
            #"topology: "n7" is not one of the node_ids that init named"#
        ),
        (
            #""type":"topology","topology":{"n0":[],"n7":[]}"#, 12,
            #"topology: "n7" is not one of the node_ids that init named"#
        ),
        (
            #""type":"topology","topology":{"n1":[]}"#, 12,
            "topology: n0 is missing; it needs a list"
        ),
        (
            #""type":"init","node_id":"n1","node_ids":["n0","n1"]"#, 12,
            "init: the node is n0 already; init comes once, and first"
        ),
    ])
    func `a request that cannot be served is answered by a numbered error, and nothing is lost`(
        members: String, code: Int, text: String
    ) throws {
        var driver = try ServiceDriver(nodeCount: 2)
        _ = try driver.body(#""type":"broadcast","message":"kept""#)
        #expect(
            try driver.body(members + #","msg_id":0"#, from: "c3") == [
                .packet(
                    to: "c3",
                    [
                        "type": "error", "in_reply_to": 0, "code": JSONValue(code),
                        "text": .string(text),
                    ])
            ])
        #expect(driver.diagnostics.isEmpty)
        #expect(try driver.read() == ["kept"])
        #expect(
            try driver.body(#""type":"broadcast","message":2"#) == [
                .packet(to: "n1", ["type": "gossip", "messages": [2]])
            ], "its name and neighbours are as before")
    }

    @Test(arguments: [
        #""type":"read""#, #""type":"broadcast","message":1"#,
        #""type":"topology","topology":{"n0":[]}"#, #""type":"gossip","messages":[1]"#,
    ])
    func `before init every other request is to be tried again later`(members: String) throws {
        var driver = ServiceDriver()
        let reply = try driver.body(members + #","msg_id":3"#)
        #expect(reply.map { $0["body"]["code"] } == [11])
        #expect(reply.map { $0["src"] } == ["n0"])
        #expect(try driver.body(members) == [])
        #expect(driver.diagnostics.count == 1)
        let start = try driver.body(#""type":"init","msg_id":1,"node_id":"n0","node_ids":["n0"]"#)
        #expect(start.first?["body"]["type"] == "init_ok")
        #expect(try driver.read() == [])
    }

    @Test(arguments: [
        (#""node_ids":["n0"]"#, "init: node_id is missing; it must be a string"),
        (#""node_id":0,"node_ids":["n0"]"#, "init: node_id must be a string, not 0"),
        (#""node_id":"n0""#, "init: node_ids is missing; it must be an array of strings"),
        (
            #""node_id":"n0","node_ids":[["n0"]]"#,
            "init: node_ids must be an array of strings, not an array with an array"
        ),
        (
            #""node_id":"n0","node_ids":[]"#,
            #"init: node_id must be one of node_ids, which do not have "n0""#
        ),
        (
            #""node_id":"n0","node_ids":["n0","n1","n1"]"#,
            "init: node_ids must not name a node twice"
        ),
    ])
    func `an init that cannot be right is refused, and a right one is taken after it`(
        members: String, text: String
    ) throws {
        var driver = ServiceDriver()
        let refusal = try driver.body(#""type":"init","msg_id":1,\#(members)"#)
        #expect(refusal.map { $0["body"]["code"] } == [12])
        #expect(refusal.map { $0["body"]["text"] } == [.string(text)])
        let start = try driver.body(#""type":"init","msg_id":1,"node_id":"n0","node_ids":["n0"]"#)
        #expect(start.first?["body"]["type"] == "init_ok")
    }

    @Test(arguments: [[0xFF], [0xC3], [0xED, 0xA0, 0x80]] as [[UInt8]])
    func `invalid UTF-8 is reported with its place`(invalid: [UInt8]) throws {
        var driver = try ServiceDriver(nodeCount: 2)
        let start = #"{"src":"c1","dest":"n0","body":{"type":"broadcast","msg_id":1,"message":""#
        let line = Array(start.utf8) + invalid + Array(#""}}"#.utf8)
        #expect(try driver.bytes(line) == [])
        #expect(driver.diagnostics.count == 1)
        let prefix = "line skipped: no JSON: byte \(start.utf8.count): expected valid UTF-8, found"
        #expect(driver.diagnostics.first?.hasPrefix(prefix) == true)
        #expect(try driver.read() == [])
    }

    @Test func `lone surrogates are reported`() throws {
        var driver = try ServiceDriver(nodeCount: 2)
        for text in [#""\ud800""#, #""\udc00""#, #""\ud800\ud800""#, #"{"\udfff":1}"#] {
            #expect(try driver.body(#""type":"broadcast","msg_id":1,"message":\#(text)"#) == [])
        }
        #expect(driver.diagnostics.count == 4)
        #expect(try driver.read() == [])
    }

    @Test func `what may be nested too deep for the way between nodes is refused at once`() throws {
        var driver = try ServiceDriver(nodeCount: 2)
        let reply = try driver.body(
            #""type":"broadcast","msg_id":1,"message":\#(nested(510))"#)
        #expect(
            reply.first?["body"]["text"]
                == "broadcast: message must be nested at most 509 deep, not 510")
        #expect(try driver.body(#""type":"broadcast","msg_id":1,"message":\#(nested(511))"#) == [])
        #expect(driver.diagnostics.count == 1)
        let sent = try driver.body(#""type":"broadcast","msg_id":1,"message":\#(nested(509))"#)
        var peer = try ServiceDriver(nodeCount: 2)
        _ = try peer.line(try #require(sent.first).description)
        #expect(try peer.read().map(\.depth) == [509])
    }

    @Test func `a line of 1 MB is a line like any other`() throws {
        var driver = try ServiceDriver(nodeCount: 2)
        let text = String(repeating: "0123456789", count: 100_000)
        let output = try driver.body(#""type":"broadcast","msg_id":1,"message":"\#(text)""#)
        #expect(output.count == 2)
        #expect(output.first?["body"]["messages"] == [.string(text)])
        #expect(try driver.read() == [.string(text)])
    }

    @Test func `an error quotes no more than the start of a long text`() throws {
        var driver = try ServiceDriver(nodeCount: 2)
        let long = String(repeating: "x", count: 100_000)
        let reply = try driver.body(#""type":"\#(long)","msg_id":1"#)
        #expect(reply.description.count < 400)
        _ = try driver.body(#""type":"\#(long)""#, from: long)
        #expect(driver.diagnostics.joined().count < 400)
    }

    private func nested(_ depth: Int) -> String {
        String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
}
