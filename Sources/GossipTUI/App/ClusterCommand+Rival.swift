import Engine

extension ClusterCommand {
    /// The command for the rival in a race, which has `other` in force where the first cluster has
    /// `own`: what the command leaves as it was stays what it is there.
    func forRival(with other: Scenario, beside own: Scenario) -> ClusterCommand {
        switch self {
        case .setNetwork(let new):
            var network = other.network
            if new.loss != own.network.loss { network.loss = new.loss }
            if new.latency.meanMilliseconds != own.network.latency.meanMilliseconds {
                network.latency.meanMilliseconds = new.latency.meanMilliseconds
            }
            if new.latency.distribution != own.network.latency.distribution {
                network.latency.distribution = new.latency.distribution
            }
            return .setNetwork(network)
        case .setNemesis(let new):
            var nemesis = other.nemesis
            if new.families != own.nemesis.families { nemesis.families = new.families }
            if new.interval != own.nemesis.interval { nemesis.interval = new.interval }
            return .setNemesis(nemesis)
        case .broadcast, .setTopology, .setProtocol, .setRate, .partition, .strike, .heal,
            .healLinks, .restart, .resume:
            return self
        }
    }
}
