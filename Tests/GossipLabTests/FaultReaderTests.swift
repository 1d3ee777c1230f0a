import Engine
import Records
import Testing

@testable import ScenarioOptions

@Suite struct FaultReaderTests {
    private static func nodes(_ numbers: Int...) -> NodeGroup {
        .nodes(NodeSet(numbers.map(NodeID.init)))
    }

    private static func both(_ sources: NodeGroup, _ destinations: NodeGroup) -> LinkGroup {
        LinkGroup(from: sources, to: destinations, isMutual: true)
    }

    private static func oneWay(_ sources: NodeGroup, _ destinations: NodeGroup) -> LinkGroup {
        LinkGroup(from: sources, to: destinations, isMutual: false)
    }

    /// A text, and the fault from the second 2 on that it describes.
    static let faults: [(String, Fault)] = [
        ("cut n3|* at 2s", .cut(both(nodes(3), .everyone))),
        ("cut n1,n4-n6>n0 at 2s", .cut(oneWay(nodes(1, 4, 5, 6), nodes(0)))),
        ("  cut n1 , n4-n6 > all   at 2s ", .cut(oneWay(nodes(1, 4, 5, 6), .everyone))),
        ("partition one at 2s", .partition(.one)),
        ("partition minority-third at 2s", .partition(.minorityThird)),
        ("partition majority at 2s", .partition(.majority)),
        ("partition majorities-ring at 2s", .partition(.majoritiesRing)),
        ("loss 0.3 n0>n1 at 2s", .loss(oneWay(nodes(0), nodes(1)), share: 0.3)),
        ("loss 1 *|* at 2s", .loss(both(.everyone, .everyone), share: 1)),
        ("duplicate 1e-05 *|n2 at 2s", .duplication(both(.everyone, nodes(2)), share: 0.00001)),
        ("clog 1.5s n1|n2 at 2s", .clog(both(nodes(1), nodes(2)), by: .milliseconds(1_500))),
        ("kill n3 at 2s", .kill(.nodes(nodes(3)))),
        ("kill n1-n2,n2-n3 at 2s", .kill(.nodes(nodes(1, 2, 3)))),
        ("kill all at 2s", .kill(.nodes(.everyone))),
        ("kill n1,* at 2s", .kill(.nodes(.everyone))),
        ("kill subset at 2s", .kill(.subset)),
        ("pause one at 2s", .pause(.one)),
        ("pause minority-third at 2s", .pause(.minorityThird)),
        ("pause minority at 2s", .pause(.minority)),
        ("pause majority at 2s", .pause(.majority)),
    ]

    @Test(arguments: faults)
    func eachVerbHasItsFault(text: String, fault: Fault) throws {
        let start = TimeSpan.seconds(2)
        func meaning(_ tail: String) throws -> FaultStatement.Meaning {
            try FaultReader.statement(in: text + tail).meaning
        }
        #expect(try meaning("") == .fault(ScheduledFault(fault, from: start)))
        let ending = ScheduledFault(fault, from: start, to: .milliseconds(2_500))
        #expect(try meaning(" for 500ms") == .fault(ending))
        #expect(try meaning(" until 2.5s") == .fault(ending))
    }

    @Test func endsHaveAPlaceOrNone() throws {
        func meaning(_ text: String) throws -> FaultStatement.Meaning {
            try FaultReader.statement(in: text).meaning
        }
        let time = TimeSpan.seconds(6)
        #expect(try meaning("heal at 6s") == .end(.heal(nil), at: time))
        let links = Self.oneWay(Self.nodes(3), .everyone)
        #expect(try meaning("heal n3>* at 6s") == .end(.heal(links), at: time))
        #expect(try meaning("restart at 6s") == .end(.restart(nil), at: time))
        #expect(
            try meaning("restart n3 at 6s") == .end(.restart(.nodes(Self.nodes(3))), at: time))
        #expect(try meaning("resume at 6s") == .end(.resume(nil), at: time))
        #expect(try meaning("resume one at 6s") == .end(.resume(.one), at: time))
    }

    @Test(arguments: UInt64(0)..<500)
    func whatAFaultIsCalledReadsBackAsTheFault(seed: UInt64) throws {
        var random = RandomStream(seed: seed, purpose: .faults)
        for fault in RandomFaults.schedule(in: Scenario(), &random) {
            #expect(try FaultReader.statement(in: "\(fault)").meaning == .fault(fault))
        }
    }

    /// A wrong text, and what the answer to it must say.
    static let wrong: [(String, [String])] = [
        ("", ["it is empty", "cut, partition, loss, duplicate, clog, kill, pause, heal"]),
        ("isolate n3 at 2s", ["'isolate'", "cut, partition", "restart, resume"]),
        ("at 2s", ["'at'", "cut, partition"]),
        ("cut at 2s", ["'at' stands where nodes (n3, n0-n4, *)", "'cut n3|* at 2s for 4s'"]),
        ("cut", ["it lacks nodes (n3, n0-n4, *)"]),
        ("cut n3 at 2s", ["'at' stands where '|' (both ways) or '>' (one way)"]),
        ("cut one|* at 2s", ["'one' stands where nodes"]),
        ("cut n3| at 2s", ["'at' stands where nodes"]),
        ("cut n3|n1, at 2s", ["'at' stands where nodes"]),
        ("cut n3|n4-n1 at 2s", ["'n4-n1' runs backwards", "'n1-n4'"]),
        ("cut n3|n1- at 2s", ["'n1-' must be a node or a range of them", "n0-n8"]),
        ("cut n3|n01 at 2s", ["'n01' must be a node"]),
        ("cut n3|n1000000 at 2s", ["n999999"]),
        ("cut n3|*", ["it lacks 'at' and a time"]),
        ("cut n3|* for 2s", ["'for' stands where 'at' and a time"]),
        ("cut n3|* at 2", ["'2' stands where a time with its unit"]),
        ("cut n3|* at", ["it lacks a time with its unit"]),
        ("cut n3|* at -2s", ["'-2s' stands where a time"]),
        ("cut n3|* at 1e9s", ["'1e9s' stands where a time", "1000000s"]),
        ("cut n3|* at 2s for 0s", ["'0s' stands where a duration above 0s"]),
        ("cut n3|* at 2s for", ["it lacks a duration above 0s"]),
        ("cut n3|* at 2s until 2s", ["begins at 2s", "must end later"]),
        ("cut n3|* at 2s until 1s", ["begins at 2s", "must end later", "not at 1s"]),
        ("cut n3|* at 2s 4s", ["'4s' at its end is too much", "for 4s"]),
        ("cut n3|* at 2s for 4s until 6s", ["'until 6s' at its end is too much"]),
        ("partition at 2s", ["'at' stands where a kind (one, minority-third, majority, maj"]),
        ("partition n3 at 2s", ["'n3' stands where a kind"]),
        ("loss *|* at 2s", ["'*' stands where a share above 0 and up to 1", "loss 0.3"]),
        ("loss 0 *|* at 2s", ["'0' stands where a share above 0"]),
        ("loss 1.01 *|* at 2s", ["'1.01' stands where a share"]),
        ("duplicate nan *|* at 2s", ["'nan' stands where a share"]),
        ("duplicate -0.5 *|* at 2s", ["'-0.5' stands where a share"]),
        ("clog 0ms *|* at 2s", ["'0ms' stands where a duration above 0s"]),
        ("clog *|* 500ms at 2s", ["'*' stands where a duration", "clog 500ms *|*"]),
        ("kill everyone at 2s", ["'everyone' stands where nodes", "one, subset, minority-third"]),
        ("pause at 2s", ["'at' stands where nodes"]),
        ("heal n3 at 2s", ["'at' stands where '|'", "heal n3|* at 6s"]),
        ("heal", ["it lacks 'at' and a time"]),
        ("heal at 2s for 4s", ["'for 4s' at its end is too much"]),
        ("restart at", ["it lacks a time"]),
        ("resume everyone at 2s", ["'everyone' stands where nodes"]),
    ]

    @Test(arguments: wrong)
    func theAnswerNamesTheTextAndWhatWouldBeRight(text: String, parts: [String]) throws {
        let error = try #require(throws: (any Error).self) {
            try ScenarioOptions.parse(["--fault", text])
        }
        let message = ScenarioOptions.message(for: error)
        #expect(message.contains("The value '\(text)' is invalid for '--fault <text>': "))
        for part in parts { #expect(message.contains(part), "\(message)") }
    }
}
