extension Simulator where Sink: MeasuringSink {
    /// As `MeasuredRun.snapshot`.
    func snapshot(newest: Int) -> ClusterSnapshot {
        let valueCount = sink.measurements.ledger.valueCount
        let recent = max(0, valueCount - newest)..<valueCount
        let inFlight = inFlight(atMost: ClusterSnapshot.mostMessages)
        return ClusterSnapshot(
            now: now, phase: phase, scenario: current, neighbors: nodes.map(\.neighbors),
            blockedLinks: blockedLinks, sides: blockedLinks.sides(nodeCount: nodes.count),
            valueCount: valueCount,
            recentValues: recent.map(ValueID.init).filter(sink.measurements.ledger.isAccepted)
                .map(sink.measurements.ledger.spread),
            messages: inFlight.messages.map(seen).sorted {
                ($0.arrivesAt, $0.number) < ($1.arrivesAt, $1.number)
            },
            omittedMessageCount: inFlight.omittedCount, figures: figures, nodeStates: nodeStates,
            faults: faultsInForce, isHealable: effects.contains(where: \.isHealedByHand))
    }

    /// At the end of a run without changes stable latencies are those of Maelstrom's report, of
    /// values that did not come everywhere too; before, each counts once its value is complete.
    private var figures: RunFigures {
        var figures = sink.measurements.figures(at: now)
        guard phase == .finished, figures.since == .zero else { return figures }
        // A limit may be a millisecond away.
        figures.stable = LatencyHistogram(precision: 13)
        for latency in sink.measurements.workload.stableLatencies {
            figures.stable.record(.milliseconds(Int64(latency)))
        }
        return figures
    }

    private func seen(
        _ envelope: Envelope, due: Instant, canBeCut: Bool
    ) -> InFlightMessage {
        InFlightMessage(
            number: envelope.number, source: envelope.source, destination: envelope.destination,
            message: envelope.message, role: role(of: envelope), sentAt: envelope.sentAt,
            arrivesAt: due, fate: fate(of: envelope, canBeCut: canBeCut))
    }

    private func fate(of envelope: Envelope, canBeCut: Bool) -> InFlightMessage.Fate {
        let (source, destination) = (envelope.source, envelope.destination)
        if canBeCut && blockedLinks.contains(from: source, to: destination) { return .cut }
        switch nodeStates[destination.index] {
        case .running: return .arrives
        case .paused: return .waits
        case .down: return .lost
        }
    }

    private func role(of envelope: Envelope) -> InFlightMessage.Role {
        if envelope.message.kind != .dissemination { return .repair }
        let held = nodes[envelope.destination.index].values
        return envelope.message.values.allSatisfy(held.contains) ? .redundant : .useful
    }
}
