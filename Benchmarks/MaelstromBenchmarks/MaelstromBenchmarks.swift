import Benchmark
import Engine
import Maelstrom
import Rates

private let lineCount = 100_000

let benchmarks: @Sendable () -> Void = {
    let broadcasts = (0..<lineCount).map { value in
        line(#""type":"broadcast","msg_id":\#(value + 1),"message":\#(value)"#)
    }
    benchmark("parse a broadcast", of: "lines") { benchmark in
        measureRate(of: "lines", in: benchmark) {
            for line in broadcasts {
                if let packet = try? Packet(parsing: line[...]) {
                    blackHole(try? Request(body: packet.body))
                }
            }
            return lineCount
        }
    }
    benchmark("serve a broadcast: parse, reply, pass on", of: "lines") { benchmark in
        var service = startedService()
        var effects = ServiceEffects()
        measureRate(of: "lines", in: benchmark) {
            for line in broadcasts {
                service.receive(line[...], at: .zero, into: &effects)
                effects.output.removeAll(keepingCapacity: true)
            }
            return lineCount
        }
    }
    benchmark("serve a read of 1000 values", of: "lines") { benchmark in
        var service = startedService()
        var effects = ServiceEffects()
        for line in broadcasts.prefix(1_000) {
            service.receive(line[...], at: .zero, into: &effects)
        }
        let read = line(#""type":"read","msg_id":1"#)
        measureRate(of: "lines", in: benchmark) {
            for _ in 0..<1_000 {
                effects.output.removeAll(keepingCapacity: true)
                service.receive(read[...], at: .zero, into: &effects)
            }
            return 1_000
        }
    }
}

/// The first of two nodes, linked to the other.
private func startedService() -> BroadcastService {
    var service = BroadcastService(settings: NodeSettings(topology: .line, seed: 1))
    var effects = ServiceEffects()
    let start = line(#""type":"init","msg_id":1,"node_id":"n0","node_ids":["n0","n1"]"#)
    service.receive(start[...], at: .zero, into: &effects)
    return service
}

private func line(_ body: String) -> [UInt8] {
    Array(#"{"id":7,"src":"c1","dest":"n0","body":{\#(body)}}"#.utf8)
}
