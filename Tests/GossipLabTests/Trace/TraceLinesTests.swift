import Maelstrom
import Records
import ScenarioOptions
import Testing

@testable import Engine
@testable import GossipLab

@Suite struct TraceLinesTests {
    private static func envelope(_ message: GossipMessage) -> Envelope {
        Envelope(
            number: 12, source: NodeID(3), destination: NodeID(1), message: message,
            sentAt: Instant(microseconds: 312_000))
    }

    private static func sent(
        _ kind: GossipMessage.Kind, _ payload: GossipMessage.Payload
    ) -> TraceEvent {
        .sent(envelope(GossipMessage(kind: kind, payload: payload)))
    }

    private static func values(_ numbers: Int...) -> [ValueID] { numbers.map(ValueID.init) }

    private static let message = envelope(.disseminating(ValueID(17)))
    private static let nodes = NodeSet([NodeID(0), NodeID(2)])
    private static let ends = #""message":12,"from":"n3","to":"n1""#
    private static let reference = ends + #","sent-at-us":312000"#

    private static let cases: [(event: TraceEvent, members: String)] =
        messageCases + operationCases + faultCases

    private static let messageCases: [(event: TraceEvent, members: String)] = [
        (
            sent(.dissemination, .one(ValueID(17))),
            #""event":"sent",\#(ends),"kind":"dissemination","values":[17]"#
        ),
        (
            sent(.dissemination, .batch([])),
            #""event":"sent",\#(ends),"kind":"dissemination","values":[]"#
        ),
        (
            sent(.repair, .all(ValueSet(values(70, 2, 5)))),
            #""event":"sent",\#(ends),"kind":"repair","values":[2,5,70]"#
        ),
        (
            sent(.request, .digest(ValueSet(values(1, 0)))),
            #""event":"sent",\#(ends),"kind":"request","digest":[0,1]"#
        ),
        (
            sent(.request, .difference(values(9, 4), wanted: ValueSet(values(6)))),
            #""event":"sent",\#(ends),"kind":"request","values":[9,4],"wanted":[6]"#
        ),
        (.delivered(message), #""event":"delivered",\#(reference)"#),
        (.dropped(message, .cut), #""event":"dropped",\#(reference),"reason":"cut""#),
        (.dropped(message, .lost), #""event":"dropped",\#(reference),"reason":"lost""#),
        (.dropped(message, .down), #""event":"dropped",\#(reference),"reason":"down""#),
        (.duplicated(message), #""event":"duplicated",\#(reference)"#),
        (
            .learned(NodeID(4), ValueID(17), from: NodeID(3)),
            #""event":"learned","node":"n4","value":17,"from":"n3""#
        ),
        (
            .learned(NodeID(4), ValueID(17), from: nil),
            #""event":"learned","node":"n4","value":17,"from":null"#
        ),
    ]

    private static let broadcast = ClientOperation(
        number: 8, node: NodeID(4), action: .broadcast(ValueID(17)))
    private static let read = ClientOperation(number: 9, node: NodeID(0), action: .read)

    private static let operationCases: [(event: TraceEvent, members: String)] = [
        (
            .invoked(broadcast),
            #""event":"invoked","operation":8,"node":"n4","action":"broadcast","value":17"#
        ),
        (
            .completed(read),
            #""event":"completed","operation":9,"node":"n0","action":"read","value":null"#
        ),
        (
            .timedOut(broadcast),
            #""event":"timed-out","operation":8,"node":"n4","action":"broadcast","value":17"#
        ),
        (.topologyChanged(.heap), #""event":"topology-changed","topology":"heap""#),
        (
            .protocolChanged(Preset.blogHeapBatched.scenario.broadcastProtocol),
            #""event":"protocol-changed","protocol":{"dissemination":"flood","#
                + #""dissemination-fanout":null,"batch-interval":"50ms","send-empty-batches":true,"#
                + #""gossip-mode":"push","gossip-interval":"5s","gossip-fanout":5,"#
                + #""gossip-clock":"periodic","gossip-relay":true}"#
        ),
        (.rateChanged(2.5), #""event":"rate-changed","rate":2.5"#),
        (
            .networkChanged(NetworkModel()),
            #""event":"network-changed","network":{"latency":100,"latency-map":null,"#
                + #""latency-dist":"constant","loss":0,"network":"maelstrom"}"#
        ),
        (
            .nemesisChanged(Preset.blogFaultTolerant.scenario.nemesis),
            #""event":"nemesis-changed","nemesis":{"nemesis":"partition","#
                + #""nemesis-interval":10}"#
        ),
        (.entered(.recovering), #""event":"entered","phase":"recovering""#),
    ]

    private static let faultCases: [(event: TraceEvent, members: String)] = [
        (
            .partitioned(.between([NodeID(1)], nodes, nodeCount: 4)),
            #""event":"partitioned","links":[{"from":["n1"],"to":["n0","n2"]},"#
                + #"{"from":["n0","n2"],"to":["n1"]}]"#
        ),
        (.healed, #""event":"healed""#),
        (
            .impaired([
                .loss(
                    LinkGroup(from: .nodes(nodes), to: .everyone, isMutual: true), share: 0.5)
            ]),
            #""event":"impaired","faults":["loss 0.5 n0,n2|*"]"#
        ),
        (.killed(nodes), #""event":"killed","nodes":["n0","n2"]"#),
        (.restarted(nodes), #""event":"restarted","nodes":["n0","n2"]"#),
        (.paused(nodes), #""event":"paused","nodes":["n0","n2"]"#),
        (.resumed(nodes), #""event":"resumed","nodes":["n0","n2"]"#),
    ]

    @Test func everyEventIsALineOfJSON() throws {
        let instant = Instant(microseconds: 412_000)
        for (event, members) in Self.cases {
            var bytes = Array("before\n".utf8)
            TraceLines(Scenario())
                .append(RecordedTrace.Entry(instant: instant, event: event), to: &bytes)
            let line = String(decoding: bytes, as: UTF8.self).dropFirst("before\n".count)
            #expect(line == "{\"at-us\":412000,\(members)}\n")
            // It has no blank or escape that this program's own writer would not have.
            let json = try JSONValue(parsing: Array(line.dropLast().utf8)[...])
            #expect("\(json)\n" == line)
        }
        #expect(Set(Self.cases.map(\.event.name)).count == 21)
    }

    @Test func theHeadHasTheScenarioAndTheEndHasTheDigest() throws {
        let scenario = Preset.blogFaultTolerant.scenario
        var run = TracedRun(scenario)
        var count = 0
        while let piece = run.next() { count += piece.count }
        let notation = TraceLines(scenario)
        #expect(
            notation.start
                == "{\"trace\":1,\"version\":\"\(Release.version)\",\"scenario\":\(scenario.json)}\n"
        )
        let digest = Experiment(scenario).run().digest.digestText
        #expect(
            notation.end(of: run)
                == #"{"at-us":\#(run.now.microseconds),"event":"end","event-count":\#(count),"#
                + #""digest":"\#(digest)"}"# + "\n")
    }
}
