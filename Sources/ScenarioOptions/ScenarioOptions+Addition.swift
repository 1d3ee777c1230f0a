extension ScenarioOptions {
    /// What a command line says that has these options and then `others`, of which no option but
    /// `--fault` is among these.
    public func adding(_ others: ScenarioOptions) -> ScenarioOptions {
        var sum = self
        sum.preset = others.preset ?? preset
        sum.nodeCount = others.nodeCount ?? nodeCount
        sum.topology = others.topology ?? topology
        sum.rate = others.rate ?? rate
        sum.timeLimit = others.timeLimit ?? timeLimit
        sum.latency = others.latency ?? latency
        sum.latencyDist = others.latencyDist ?? latencyDist
        sum.latencyMap = others.latencyMap ?? latencyMap
        sum.loss = others.loss ?? loss
        sum.nemesis = others.nemesis ?? nemesis
        sum.nemesisInterval = others.nemesisInterval ?? nemesisInterval
        sum.fault = fault + others.fault
        sum.seed = others.seed ?? seed
        sum.dissemination = others.dissemination ?? dissemination
        sum.disseminationFanout = others.disseminationFanout ?? disseminationFanout
        sum.batchInterval = others.batchInterval ?? batchInterval
        sum.sendEmptyBatches = others.sendEmptyBatches ?? sendEmptyBatches
        sum.gossipMode = others.gossipMode ?? gossipMode
        sum.gossipInterval = others.gossipInterval ?? gossipInterval
        sum.gossipFanout = others.gossipFanout ?? gossipFanout
        sum.gossipClock = others.gossipClock ?? gossipClock
        sum.gossipRelay = others.gossipRelay ?? gossipRelay
        sum.network = others.network ?? network
        sum.recovery = others.recovery ?? recovery
        return sum
    }
}
