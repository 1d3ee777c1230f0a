import Engine
import TestSupport
import Testing

@testable import Maelstrom

/// The engine's sizes against the lines that a node writes.
struct WireSizeTests {
    /// Knows the values 0, 1 … as the numbers that Maelstrom's workload sends.
    private static let interner: MessageInterner = {
        var interner = MessageInterner()
        for number in 0..<12_000 { _ = interner.number(of: JSONValue(number)) }
        return interner
    }()

    private static func line(
        _ gossip: Gossip, from source: NodeID, to destination: NodeID
    ) -> [UInt8] {
        var line: [UInt8] = []
        Packet(source: "\(source)", destination: "\(destination)", body: gossip.body)
            .write(into: &line)
        return line
    }

    /// A number of any length up to five digits, those around a further digit often.
    private static func number(_ random: inout RandomStream) -> Int {
        let powers = [1, 10, 100, 1_000, 10_000]
        let power = powers[random.integer(below: powers.count)]
        return random.coin()
            ? max(0, power - 1 + random.integer(below: 3)) : random.integer(below: power)
    }

    private static func values(_ random: inout RandomStream) -> [ValueID] {
        let counts = [0, 1, 2, 3, 20, 700]
        return (0..<counts[random.integer(below: counts.count)]).map { _ in
            ValueID(number(&random))
        }
    }

    private static func payload(_ random: inout RandomStream) -> GossipMessage.Payload {
        switch random.integer(below: 5) {
        case 0: .one(ValueID(number(&random)))
        case 1: .batch(values(&random))
        case 2: .all(ValueSet(values(&random)))
        case 3: .digest(ValueSet(values(&random)))
        default: .difference(values(&random), wanted: ValueSet(values(&random)))
        }
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `the size of any message is that of its line`(seed: UInt64) {
        let kinds: [GossipMessage.Kind] = [.dissemination, .repair, .request]
        var random = RandomStream(seed: seed, purpose: .workload)
        for _ in 0..<400 {
            let message = GossipMessage(
                kind: kinds[random.integer(below: 3)], payload: Self.payload(&random))
            let ends = (NodeID(Self.number(&random)), NodeID(Self.number(&random)))
            let line = Self.line(Gossip(message, Self.interner), from: ends.0, to: ends.1)
            #expect(
                message.wireSize(from: ends.0, to: ends.1) == line.count,
                "\(String(decoding: line.prefix(200), as: UTF8.self))")
        }
    }

    @Test(arguments: [0, 1, 2, 9, 10, 11, 63, 64, 65, 99, 100, 101, 128, 1_000, 10_000, 11_111])
    func `the size of a full set is that of its line, however large it is`(count: Int) {
        let set = ValueSet((0..<count).map(ValueID.init))
        let all = GossipMessage(kind: .repair, payload: .all(set))
        let line = Self.line(Gossip(all, Self.interner), from: NodeID(3), to: NodeID(12))
        #expect(all.wireSize(from: NodeID(3), to: NodeID(12)) == line.count)
    }

    @Test(arguments: [
        0, 9, 10, 99, 100, 999, 1_000, 9_999, 10_000, 99_999, 100_000, 999_999, 1_000_000,
        9_999_999, 10_000_000, 99_999_999, 100_000_000, 999_999_999, 1_000_000_000, 2_147_483_647,
    ])
    func `numbers count by their digits, up to the largest`(number: Int) {
        let node = NodeID(number)
        let one = GossipMessage(kind: .dissemination, payload: .one(ValueID(number)))
        let gossip = Gossip(messages: [JSONValue(number)], purpose: .dissemination)
        #expect(
            one.wireSize(from: node, to: NodeID(7))
                == Self.line(gossip, from: node, to: NodeID(7)).count)
        #expect(one.wireSize(from: NodeID(7), to: node) == one.wireSize(from: node, to: NodeID(7)))
    }

    @Test(arguments: AntiEntropy.Mode.allCases)
    func `a run's bytes are those of the lines that its nodes would write`(
        mode: AntiEntropy.Mode
    ) throws {
        var scenario = Scenario()
        scenario.broadcastProtocol.batching = .every(.milliseconds(50), sendsEmpty: true)
        scenario.broadcastProtocol.antiEntropy = AntiEntropy(mode, every: .seconds(1), fanout: 2)
        scenario.workload.timeLimit = .seconds(5)
        scenario.network.loss = 0.05
        var simulator = Simulator(scenario, sink: Both(nodeCount: scenario.nodeCount))
        simulator.runToEnd()
        var (byteCount, valueCount) = (0, 0)
        for case .sent(let envelope) in simulator.sink.trace.entries.map(\.event) {
            let gossip = Gossip(envelope.message, Self.interner)
            byteCount += Self.line(gossip, from: envelope.source, to: envelope.destination).count
            valueCount += gossip.messages.count
        }
        let traffic = simulator.sink.measurements.traffic
        #expect(traffic.sentBytes == byteCount)
        #expect(traffic.sentCopies == valueCount)
        #expect(traffic.lostCount > 0 && valueCount > 0)
    }
}
