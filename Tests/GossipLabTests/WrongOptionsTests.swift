import Testing

@testable import ScenarioOptions

@Suite struct WrongOptionsTests {
    /// A wrong command line, and what the answer to it must say.
    static let wrong: [(String, [String])] = [
        ("--node-count 0", ["--node-count", "'0'", "from 1 to 1000000"]),
        ("--node-count -3", ["--node-count", "'-3'"]),
        ("--node-count 99999999999999999999", ["--node-count", "from 1 to"]),
        ("--topology torus", ["--topology", "grid, line, total, tree, tree2", "heap"]),
        ("--preset blog", ["--preset", "maelstrom-grid", "blog-heap-batched"]),
        ("--rate nan", ["--rate", "'nan'"]),
        ("--rate inf", ["--rate", "'inf'"]),
        ("--rate -1", ["--rate", "0.001 to 1000000"]),
        ("--rate 1e300", ["--rate", "'1e300'"]),
        ("--time-limit 0", ["--time-limit", "from 0.001"]),
        ("--time-limit inf", ["--time-limit", "'inf'", "from 0.001"]),
        ("--time-limit 20s", ["--time-limit", "20s", "such as 20"]),
        ("--latency -1", ["--latency", "0 to 1000000"]),
        ("--latency inf", ["--latency", "whole number"]),
        ("--latency 1.5", ["--latency", "whole number"]),
        ("--latency-dist normal", ["--latency-dist", "constant, uniform, exponential"]),
        ("--loss 2", ["--loss", "from 0 to 1"]),
        ("--loss nan", ["--loss", "'nan'"]),
        (
            "--nemesis partition,crash",
            ["--nemesis", "'crash'", "none", "partition,kill,pause,loss,duplicate,clog"]
        ),
        ("--nemesis ,", ["--nemesis", "none"]),
        ("--nemesis none,kill", ["--nemesis", "'none'", "none alone"]),
        ("--nemesis kill,pause,kill", ["--nemesis", "'kill' is there twice", "leave one out"]),
        ("--nemesis-interval 3", ["--nemesis-interval", "add '--nemesis partition'"]),
        (
            "--preset blog-fault-tolerant --nemesis none --nemesis-interval 3",
            ["--nemesis-interval", "add '--nemesis partition'"]
        ),
        ("--nemesis kill --nemesis-interval nan", ["--nemesis-interval", "'nan'", "from 0.001"]),
        ("--nemesis-interval 0", ["--nemesis-interval", "from 0.001"]),
        ("--seed -1", ["--seed", "18446744073709551615"]),
        ("--dissemination hub", ["--dissemination", "none, flood, infect-and-die"]),
        (
            "--dissemination-fanout 3",
            ["--dissemination-fanout", "--dissemination infect-and-die"]
        ),
        (
            "--dissemination none --dissemination-fanout 3",
            ["--dissemination-fanout", "--dissemination infect-and-die"]
        ),
        (
            "--dissemination infect-and-die --dissemination-fanout 25",
            ["--dissemination-fanout 25", "--node-count 25", "at most 24"]
        ),
        (
            "--dissemination infect-and-die --dissemination-fanout 0",
            ["--dissemination-fanout", "from 1"]
        ),
        (
            "--dissemination none --batch-interval 5ms",
            ["--batch-interval", "--dissemination none"]
        ),
        (
            "--dissemination none --send-empty-batches",
            ["--send-empty-batches", "--dissemination none"]
        ),
        ("--batch-interval 50", ["--batch-interval", "50ms", "5s"]),
        ("--batch-interval 5m", ["--batch-interval", "50ms"]),
        ("--batch-interval -5ms", ["--batch-interval", "50ms"]),
        ("--batch-interval .5ms", ["--batch-interval", "50ms"]),
        ("--batch-interval 0.0001ms", ["--batch-interval", "50ms"]),
        ("--batch-interval 9223372036854775807s", ["--batch-interval", "1000000s"]),
        ("--batch-interval 1000000.1s", ["--batch-interval", "1000000s"]),
        (
            "--gossip-mode shove",
            ["--gossip-mode", "none, push, pull, push-pull, push-pull-digest"]
        ),
        ("--gossip-mode pull --gossip-clock sundial", ["periodic, poisson, synchronous"]),
        ("--gossip-clock poisson", ["--gossip-clock", "--gossip-mode push"]),
        ("--gossip-mode none --gossip-interval 3s", ["--gossip-interval", "--gossip-mode push"]),
        ("--gossip-mode pull --gossip-fanout 2 --node-count 1", ["--node-count 1", "at most 1"]),
        ("--gossip-mode push --gossip-interval 0s", ["--gossip-interval", "from 1ms"]),
        ("--gossip-mode push --gossip-fanout 25", ["--gossip-fanout 25", "at most 24"]),
        ("--gossip-fanout 3", ["--gossip-fanout", "--gossip-mode push"]),
        ("--gossip-interval 3s", ["--gossip-interval", "--gossip-mode push"]),
        ("--no-gossip-relay", ["--no-gossip-relay", "--gossip-mode push"]),
        ("--send-empty-batches", ["--send-empty-batches", "--batch-interval 50ms"]),
        ("--network wifi", ["--network", "ideal"]),
        ("--recovery -1s", ["--recovery", "from 0s"]),
        ("--recovery 10", ["--recovery", "50ms", "5s"]),
        ("--topology star --node-count 1", ["--topology star", "--node-count", "2 or more"]),
        ("--topology ring --node-count 1", ["--topology ring", "--node-count", "2 or more"]),
        ("--topology total --node-count 1001", ["--topology total", "at most 1000"]),
        ("--rate 1000000 --time-limit 1000000", ["--rate", "--time-limit", "at most 1000000000"]),
        ("--node-count 1000000 --rate 1000", ["--node-count", "--rate", "at most 2000000000"]),
        ("--node-count 1 --nemesis kill,loss", ["--nemesis loss", "needs links", "--node-count"]),
    ]

    @Test(arguments: wrong)
    func theAnswerNamesTheOptionAndWhatWouldBeRight(line: String, parts: [String]) throws {
        let error = try #require(throws: (any Error).self) {
            try ScenarioOptions.parse(line.split(separator: " ").map(String.init)).scenario()
        }
        let message = ScenarioOptions.message(for: error)
        for part in parts { #expect(message.contains(part), "\(message)") }
    }

    @Test(arguments: [
        "--preset", "--node-count", "--topology", "--rate", "--time-limit", "--latency",
        "--latency-dist", "--latency-map", "--loss", "--nemesis", "--nemesis-interval", "--fault",
        "--seed", "--dissemination", "--dissemination-fanout", "--batch-interval", "--gossip-mode",
        "--gossip-interval", "--gossip-fanout", "--gossip-clock", "--network", "--recovery",
    ])
    func anEmptyValueIsWrongForEveryOption(option: String) throws {
        let error = try #require(throws: (any Error).self) {
            try ScenarioOptions.parse([option, ""])
        }
        let message = ScenarioOptions.message(for: error)
        #expect(message.contains("'' is invalid for '\(option) <"), "\(message)")
        #expect(message.contains(": it "), "\(message)")
    }

    @Test func aTerminalIsNotMadeToObeyWhatACommandLineHasInIt() {
        #expect("'\u{1b}[2J'\nit \u{7}\u{9b} é".visible == "'\\u{1b}[2J'\nit \\u{7}\\u{9b} é")
    }
}
