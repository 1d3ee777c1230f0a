import Engine

extension BenchCommand {
    /// A flood of a grid, timed from the first broadcast to the last delivery.
    struct Flood {
        let nodeCount: Int
        let valueCount: Int
        /// Messages that arrived.
        let deliveryCount: Int
        /// Messages that had to arrive.
        let expectedDeliveryCount: Int
        /// Values that reached every node.
        let completeCount: Int
        /// Wall time, without building the cluster.
        let seconds: Double

        init(nodeCount: Int, valueCount: Int) {
            var flood = GridFlood(nodeCount: nodeCount, valueCount: valueCount)
            let start = ContinuousClock.now
            flood.run()
            seconds = (ContinuousClock.now - start) / .seconds(1)
            self.nodeCount = nodeCount
            self.valueCount = valueCount
            deliveryCount = flood.deliveryCount
            expectedDeliveryCount = flood.expectedDeliveryCount
            completeCount = flood.completeCount
        }

        /// Whether every value reached every node by as many messages as it must.
        var isExact: Bool {
            deliveryCount == expectedDeliveryCount && completeCount == valueCount
        }

        var deliveriesPerSecond: Double { Double(deliveryCount) / seconds }
    }
}
