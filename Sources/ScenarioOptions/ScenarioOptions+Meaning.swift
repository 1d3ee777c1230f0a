import Engine

extension ScenarioOptions {
    /// The options without those that have no meaning beside the others, such as how often to
    /// gossip where nobody does.
    public var withoutIdleOptions: ScenarioOptions {
        var options = self
        let base = preset?.scenario ?? Scenario()
        let gossips = gossipMode.map { $0 != .none } ?? (base.broadcastProtocol.antiEntropy != nil)
        if !gossips {
            options.gossipInterval = nil
            options.gossipFanout = nil
            options.gossipClock = nil
            options.gossipRelay = nil
        }
        let dissemination = dissemination ?? DisseminationName(base.broadcastProtocol.dissemination)
        if dissemination != .infectAndDie { options.disseminationFanout = nil }
        let interval = batchInterval ?? base.broadcastProtocol.batching.interval ?? .zero
        if dissemination == .none { options.batchInterval = nil }
        if dissemination == .none || interval == .zero { options.sendEmptyBatches = nil }
        if (nemesis ?? base.nemesis.families).isEmpty { options.nemesisInterval = nil }
        return options
    }
}
