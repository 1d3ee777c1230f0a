/// Values that flood a grid, each from another node and 10 ms after the one before: a load for
/// timing the engine, whose messages can be counted beforehand.
///
/// The network is ideal with a constant latency of 100 ms, nodes pass values on at once and repair
/// nothing, and all is measured that an `Experiment` measures.
public struct GridFlood: Sendable {
    /// How many nodes the grid has.
    public let nodeCount: Int
    /// How many values are broadcast.
    public let valueCount: Int

    private var cluster: MeasuredRun

    /// A cluster that is ready, nothing sent yet.
    public init(nodeCount: Int, valueCount: Int) {
        var scenario = Scenario()
        scenario.nodeCount = nodeCount
        scenario.topology = .grid
        scenario.broadcastProtocol = BroadcastProtocol()
        scenario.network.delivery = .ideal
        scenario.network.latency = LatencyModel(meanMilliseconds: 100)
        scenario.workload.rate = 0
        scenario.workload.timeLimit = nil
        self.nodeCount = nodeCount
        self.valueCount = valueCount
        cluster = MeasuredRun(scenario)
    }

    /// Broadcasts all values and lets the floods run out.
    public mutating func run() {
        for value in 0..<valueCount {
            cluster.run(until: .zero + .milliseconds(Int64(10 * value)))
            // A prime far from all sizes, so that the origins lie scattered.
            cluster.apply(.broadcast(at: NodeID(value * 7_919 % nodeCount)))
        }
        cluster.run(until: .distantFuture)
    }

    /// Messages that have arrived.
    public var deliveryCount: Int { cluster.traffic.serverReceiveCount }

    /// Values that have reached every node.
    public var completeCount: Int { cluster.report.propagation.completeCount }

    /// How many messages the floods must take: 2E - (n-1) each, for a node passes a value on along
    /// all its links but the one that brought it.
    public var expectedDeliveryCount: Int {
        let width = Topology.gridSide(nodeCount: nodeCount)
        let rowCount = (nodeCount + width - 1) / width
        let linkCount = (nodeCount - rowCount) + (nodeCount - width)
        return valueCount * (2 * linkCount - (nodeCount - 1))
    }
}
