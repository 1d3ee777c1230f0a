import Engine
import Foundation
import Records
import ScenarioOptions
import Testing

@testable import GossipLab

@Suite struct RunRowTests {
    private static func scenario(_ arguments: String...) throws -> Scenario {
        try ScenarioOptions.parse(arguments).scenario()
    }

    @Test func aRowIsTheScenarioInItsOptionsAndThenTheFigures() throws {
        let scenario = try Self.scenario(
            "--topology", "heap", "--nemesis", "kill,pause", "--loss", "0.25",
            "--fault", "cut n0|n1 at 1s", "--fault", "kill n2,n4 at 2s")
        let outcome = RunOutcome(seed: 42, digest: 0xAB, isValid: false) { figure in
            switch figure {
            case .messagesPerOperation: 27.75
            case .lostCount: 3
            case .stable(let share): share == 1 ? 764 : nil
            default: nil
            }
        }
        #expect(
            RunRow.text(of: scenario, outcome) == "\(Release.version),25,heap,100,20,100,,constant,"
                + "0.25,maelstrom,\"kill,pause\",10,\"cut n0|n1 at 1s; kill n2,n4 at 2s\",flood,,"
                + "0ms,false,none,,,,,10s,42,,00000000000000ab,false,27.75,,,,,,,,,,,,,764,3,")
        #expect(
            RunRow.header == "version,node-count,topology,rate,time-limit,latency,latency-map,"
                + "latency-dist,loss,network,nemesis,nemesis-interval,fault,dissemination,"
                + "dissemination-fanout,batch-interval,send-empty-batches,gossip-mode,"
                + "gossip-interval,gossip-fanout,gossip-clock,gossip-relay,recovery,seed,"
                + "latency-map-text,digest,valid,servers.msgs-per-op,servers.msgs-per-broadcast,"
                + "servers.msgs-per-second,servers.bytes-per-op,propagation.latencies.0,"
                + "propagation.latencies.0.5,propagation.latencies.0.95,"
                + "propagation.latencies.0.99,propagation.latencies.1,"
                + "workload.stable-latencies.0,workload.stable-latencies.0.5,"
                + "workload.stable-latencies.0.95,workload.stable-latencies.0.99,"
                + "workload.stable-latencies.1,workload.lost-count,propagation.incomplete-count")
    }

    @Test func quotesAndLineBreaksStayWithinTheirCell() throws {
        let folder = URL.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "a \"b\", c.map")
        try "eu n0-n11\nus n12-n24\neu eu 1\nus us 2\neu us 80\n"
            .write(to: file, atomically: true, encoding: .utf8)
        let path = file.path(percentEncoded: false)
        let start = RunRow.start(of: try Self.scenario("--latency-map", path))
        #expect(start.contains("\"\(folder.path(percentEncoded: false))/a \"\"b\"\", c.map\""))
        #expect(start.hasSuffix(",eu n0-n11; us n12-n24; eu eu 1; eu us 80; us eu 80; us us 2"))
        #expect(!start.contains("\n"))
    }

    @Test func aRowReadsBackAsTheOutcomeItWasMadeOf() throws {
        for run in try SweepPlan.example(seedCount: 3).runs {
            let outcome = RunOutcome(Experiment(run).run())
            let row = RunRow.text(of: run, outcome)
            let (start, plain) = try #require(RunRow.parts(of: row))
            #expect(start == RunRow.start(of: run))
            #expect(try RunRow.outcome(in: plain, seed: run.seed) == outcome)
        }
    }

    @Test func aCellThatIsWrongIsNamed() throws {
        let run = try SweepPlan.example(seedCount: 1).runs[0]
        let row = RunRow.text(of: run, RunOutcome(Experiment(run).run()))
        let cells = try #require(RunRow.parts(of: row)).plain
        for (place, cell, name) in [
            (0, "12345678901234567", "digest"), (0, "12345678901234xy", "digest"),
            (1, "yes", "valid"), (1, "", "valid"), (2, "many", "servers.msgs-per-op"),
            (3, "nan", "servers.msgs-per-broadcast"), (17, " 1", "propagation.incomplete-count"),
        ] {
            var wrong = cells
            wrong[place] = cell[...]
            #expect(throws: RunRow.WrongColumn(name: name)) {
                try RunRow.outcome(in: wrong, seed: 1)
            }
        }
        #expect(RunRow.parts(of: "a,b,c") == nil)
    }
}
