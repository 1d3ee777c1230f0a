import Engine
import ScenarioOptions
import Testing

@testable import GossipTUI

extension Scenario {
    /// The names of all options, without dashes.
    var scenarioOptionNames: [String] { options.map(\.name) }
}

@Suite struct TypedCommandTests {
    private static let scenario = GossipTUI.openingScenario

    private func command(_ line: String) throws -> TypedCommand? {
        try TypedCommand(line, over: Self.scenario)
    }

    private static func nodes(_ indices: Int...) -> NodeGroup {
        .nodes(NodeSet(indices.map(NodeID.init)))
    }

    static let understood: [(String, TypedCommand)] = [
        ("quit", .action(.quit)), ("q", .action(.quit)), (" step ", .action(.step)),
        ("help", .action(.toggleHelp)), ("again", .action(.again)),
        ("pause", .playback(.paused)), ("play", .playback(.playing)),
        ("broadcast", .action(.broadcast)), ("broadcast n3", .broadcast(at: NodeID(3))),
        ("select n24", .select(NodeID(24))), ("speed x0.25", .speed(.opening)),
        ("speed 1", .speed(.real)),
        ("kill n3", .cluster([.strike(.kill(.nodes(nodes(3))))])),
        ("kill one", .cluster([.strike(.kill(.one))])),
        ("pause n1,n2", .cluster([.strike(.pause(.nodes(nodes(1, 2))))])),
        ("restart n3,n5", .cluster([.restart(NodeID(3)), .restart(NodeID(5))])),
        ("resume n3", .cluster([.resume(NodeID(3))])), ("heal", .cluster([.heal])),
        (
            "heal n3|n7",
            .cluster([.healLinks(LinkGroup(from: nodes(3), to: nodes(7), isMutual: true))])
        ),
        ("partition majority", .cluster([.partition(.majority)])),
        (
            "cut n3 n7",
            .cluster([.strike(.cut(LinkGroup(from: nodes(3), to: nodes(7), isMutual: true)))])
        ),
        (
            "cut n3>n7",
            .cluster([.strike(.cut(LinkGroup(from: nodes(3), to: nodes(7), isMutual: false)))])
        ),
        (
            "loss 0.5 n0|*",
            .cluster([
                .strike(.loss(LinkGroup(from: nodes(0), to: .everyone, isMutual: true), share: 0.5))
            ])
        ),
        ("topology tree4", .cluster([.setTopology(.tree4)])),
    ]

    @Test(arguments: understood)
    func aLineIsUnderstood(line: String, expected: TypedCommand) throws {
        #expect(try command(line) == expected)
    }

    @Test func everyNodeGoesOnUnlessSomeAreNamed() throws {
        #expect(try command("resume") == .cluster((0..<25).map { .resume(NodeID($0)) }))
    }

    @Test func theProtocolChangesInTheRunningCluster() throws {
        guard
            case .cluster(let commands) = try command(
                "topology heap batch-interval 50ms gossip-mode none"),
            case .setProtocol(let new) = commands.last
        else { return #expect(Bool(false), "no change of a running cluster") }
        #expect(commands.first == .setTopology(.heap))
        #expect(new.batching == .every(.milliseconds(50), sendsEmpty: false))
        #expect(new.antiEntropy == nil)
    }

    @Test func networkRateAndNemesisChangeInTheRunningCluster() throws {
        guard
            case .cluster(let commands) = try command(
                "latency 10 latency-dist uniform loss 0.1 rate 50 nemesis kill,pause"),
            case .setNetwork(let network) = commands.first,
            case .setNemesis(let nemesis) = commands.last
        else { return #expect(Bool(false), "no change of a running cluster") }
        #expect(network.latency == LatencyModel(meanMilliseconds: 10, distribution: .uniform))
        #expect(network.loss == 0.1)
        #expect(commands[1] == .setRate(50))
        #expect(nemesis.families == [.kill, .pause])
    }

    @Test func whatMakesAnotherClusterAsksForANewRun() throws {
        guard case .restart(let new) = try command("node-count 9 loss 0.1 topology ring") else {
            return #expect(Bool(false), "no new run")
        }
        var expected = Self.scenario
        expected.nodeCount = 9
        expected.network.loss = 0.1
        expected.topology = .ring
        #expect(new == expected)
    }

    @Test(arguments: [
        ("nonsense", "there is no command 'nonsense'"), ("topology", "--topology"),
        ("topology torus", "grid"), ("topology grid", "so already"), ("kill", "kill n3"),
        ("kill n99", "n0 to n24"), ("cut n3", "'|' (both ways)"), ("cut n3|n3", "no link"),
        ("kill n3 at 2s", "too much"), ("broadcast n25", "n0 to n24"),
        ("select", "select n3"), ("speed 3", "x0.25"), ("heal n3", "'|' (both ways)"),
        ("restart one", "name the nodes"), ("quit now", "too much"),
        ("gossip-interval 0ms", "gossip-interval"), ("batch-interval 50", "50ms"),
    ])
    func whatIsNotUnderstoodSaysWhatWouldBeRight(line: String, words: String) {
        let error = #expect(throws: (any Error).self) { try command(line) }
        #expect(error.map { "\($0)" }?.contains(words) == true, "\(String(describing: error))")
    }

    @Test func faultsOfTheRunKeepItsSize() throws {
        var scenario = Self.scenario
        scenario.faults = [ScheduledFault(.kill(.one), from: .seconds(2))]
        #expect(throws: (any Error).self) { try TypedCommand("node-count 9", over: scenario) }
    }

    @Test func anEmptyLineAsksForNothing() throws { #expect(try command("  ") == nil) }
}
