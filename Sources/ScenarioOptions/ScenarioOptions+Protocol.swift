import ArgumentParser
import Engine

/// How values spread.
extension ScenarioOptions {
    /// The protocol that the options describe, in a cluster of `nodeCount`, where they say nothing
    /// as `base` has it.
    func broadcastProtocol(
        over base: BroadcastProtocol, nodeCount: Int
    ) throws -> BroadcastProtocol {
        let dissemination = try dissemination(over: base.dissemination, nodeCount)
        return BroadcastProtocol(
            dissemination: dissemination,
            batching: try batching(over: base.batching, of: dissemination),
            antiEntropy: try antiEntropy(over: base.antiEntropy, nodeCount))
    }

    private func dissemination(
        over base: Dissemination, _ nodeCount: Int
    ) throws -> Dissemination {
        let name = dissemination ?? DisseminationName(base)
        let highestFanout = Self.highestFanout(nodeCount)
        if let disseminationFanout {
            guard name == .infectAndDie else {
                throw ValidationError(
                    "'--dissemination-fanout' needs random nodes to send to: "
                        + "add '--dissemination infect-and-die'.")
            }
            try Self.check(disseminationFanout, of: "--dissemination-fanout", nodeCount)
        }
        switch name {
        case .none:
            return .none
        case .flood:
            return .flood
        case .infectAndDie:
            if case .infectAndDie(let fanout) = base {
                return .infectAndDie(fanout: disseminationFanout ?? min(fanout, highestFanout))
            }
            return .infectAndDie(fanout: disseminationFanout ?? min(5, highestFanout))
        }
    }

    private func batching(
        over base: Batching, of dissemination: Dissemination
    ) throws -> Batching {
        if dissemination == .none {
            guard (batchInterval ?? .zero) == .zero && sendEmptyBatches != true else {
                throw ValidationError(
                    "'\(batchInterval == nil ? "--send-empty-batches" : "--batch-interval")' needs "
                        + "values to collect, and '--dissemination none' sends none: leave one out."
                )
            }
            return .eager
        }
        let interval = batchInterval ?? base.interval ?? .zero
        guard interval > .zero else {
            if sendEmptyBatches == true {
                throw ValidationError(
                    "'--send-empty-batches' needs batches: add '--batch-interval 50ms'.")
            }
            return .eager
        }
        let baseSendsEmpty =
            switch base {
            case .eager: false
            case .every(_, let sendsEmpty): sendsEmpty
            }
        return .every(interval, sendsEmpty: sendEmptyBatches ?? baseSendsEmpty)
    }

    private func antiEntropy(
        over base: AntiEntropy?, _ nodeCount: Int
    ) throws -> AntiEntropy? {
        let mode: GossipMode = gossipMode ?? base.map { .exchange($0.mode) } ?? GossipMode.none
        guard case .exchange(let exchange) = mode else {
            if let idle = idleGossipOption {
                throw ValidationError("'\(idle)' needs gossip: add '--gossip-mode push'.")
            }
            return nil
        }
        if let gossipFanout { try Self.check(gossipFanout, of: "--gossip-fanout", nodeCount) }
        var antiEntropy = base ?? AntiEntropy(exchange, every: .seconds(5), fanout: 5)
        antiEntropy.mode = exchange
        antiEntropy.interval = gossipInterval ?? antiEntropy.interval
        antiEntropy.fanout = gossipFanout ?? min(antiEntropy.fanout, Self.highestFanout(nodeCount))
        antiEntropy.clock = gossipClock ?? antiEntropy.clock
        antiEntropy.relays = gossipRelay ?? antiEntropy.relays
        return antiEntropy
    }

    /// The fan-out that reaches every other node; 1 where there is none.
    private static func highestFanout(_ nodeCount: Int) -> Int { max(1, nodeCount - 1) }

    private static func check(_ fanout: Int, of option: String, _ nodeCount: Int) throws {
        let highest = highestFanout(nodeCount)
        guard fanout <= highest else {
            throw ValidationError(
                "'\(option) \(fanout)' is more than there are other nodes: "
                    + "with '--node-count \(nodeCount)' it is at most \(highest).")
        }
    }

    /// An option that says how to gossip, if one was given.
    private var idleGossipOption: String? {
        if gossipInterval != nil { return "--gossip-interval" }
        if gossipFanout != nil { return "--gossip-fanout" }
        if gossipClock != nil { return "--gossip-clock" }
        return gossipRelay.map { $0 ? "--gossip-relay" : "--no-gossip-relay" }
    }
}

extension ScenarioOptions.DisseminationName {
    init(_ dissemination: Dissemination) {
        self =
            switch dissemination {
            case .none: .none
            case .flood: .flood
            case .infectAndDie: .infectAndDie
            }
    }
}
