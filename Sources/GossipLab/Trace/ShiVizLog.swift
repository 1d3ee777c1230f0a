import Engine

/// A trace as a log that ShiViz reads: what each node did, with vector clocks.
///
/// The first line is the expression by which ShiViz parses the rest, the second is what would
/// separate several runs. Clients have no part in it but for what a node does for them.
struct ShiVizLog: TraceNotation {
    private var clocks: VectorClocks
    /// What each node holds.
    private var held: [ValueSet]

    init(_ scenario: Scenario) {
        clocks = VectorClocks(nodeCount: scenario.nodeCount)
        held = Array(repeating: ValueSet(), count: scenario.nodeCount)
    }

    var start: String { Self.start }

    /// The line that tells ShiViz how to read the others.
    static let start = #"(?<host>\S+) (?<clock>{.*})\n(?<event>.*)"# + "\n\n"

    mutating func append(_ entry: RecordedTrace.Entry, to bytes: inout [UInt8]) {
        let time = entry.instant.sinceStart.inSeconds.fixed(3)
        for (node, text) in take(entry.event) {
            bytes += "\(node) ".utf8
            clocks.write(node, into: &bytes)
            bytes += "\n\(time) s  \(text)\n".utf8
        }
    }

    func end(of run: TracedRun) -> String { "" }

    /// Takes note of `event`, and says what that is to which nodes.
    private mutating func take(_ event: TraceEvent) -> [(node: NodeID, text: String)] {
        switch event {
        case .sent(let envelope):
            clocks.send(envelope)
            let message = envelope.message
            return [
                (
                    envelope.source,
                    "sends \(message.contents) to \(envelope.destination)\(message.purpose)"
                )
            ]
        case .delivered(let envelope):
            clocks.receive(envelope)
            return [(envelope.destination, receipt(of: envelope))]
        case .dropped(let envelope, _):
            clocks.forgetCopy(of: envelope)
            return []
        case .duplicated(let envelope):
            clocks.duplicate(envelope)
            return []
        case .learned(let node, let value, let source):
            _ = held[node.index].insert(value)
            return source == nil ? step(of: [node], "a client broadcasts \(value)") : []
        case .completed(let operation):
            guard operation.action == .read else { return [] }
            let count = held[operation.node.index].count
            return step(of: [operation.node], "answers a read with \(count.valuesText)")
        case .killed(let nodes):
            for node in nodes { held[node.index] = ValueSet() }
            return step(of: nodes, "crashes")
        case .restarted(let nodes): return step(of: nodes, "starts anew")
        case .paused(let nodes): return step(of: nodes, "stands still")
        case .resumed(let nodes): return step(of: nodes, "goes on")
        case .invoked, .timedOut, .topologyChanged, .protocolChanged, .networkChanged, .rateChanged,
            .nemesisChanged, .partitioned, .healed,
            .impaired, .entered:
            return []
        }
    }

    private mutating func step(
        of nodes: some Sequence<NodeID>, _ text: String
    ) -> [(node: NodeID, text: String)] {
        nodes.map { node in
            clocks.tick(node)
            return (node, text)
        }
    }

    private func receipt(of envelope: Envelope) -> String {
        let message = envelope.message
        let text = "receives \(message.contents) from \(envelope.source)\(message.purpose)"
        let values = message.values
        guard !values.isEmpty else { return text }
        let newCount = values.count { !held[envelope.destination.index].contains($0) }
        if newCount == values.count { return "\(text), new" }
        return newCount == 0 ? "\(text), known" : "\(text), \(newCount) of them new"
    }
}

extension GossipMessage {
    private static let mostListed = 8

    /// What the message carries: `17`, `3, 5, 8`, `12 values`, `a digest of 12 values`.
    fileprivate var contents: String {
        if case .digest(let held) = payload { return "a digest of \(held.count.valuesText)" }
        guard (1...Self.mostListed).contains(valueCount) else { return valueCount.valuesText }
        return values.map { "\($0)" }.joined(separator: ", ")
    }

    /// Why the message is sent, unless that is to spread what is new.
    fileprivate var purpose: String {
        switch (payload, kind) {
        case (.difference(_, let wanted), _): " (request for \(wanted.count.valuesText))"
        case (_, .dissemination): ""
        case (_, .repair): " (repair)"
        case (_, .request): " (request)"
        }
    }
}

extension Int {
    /// So many values, in words.
    fileprivate var valuesText: String {
        self == 0 ? "no values" : self == 1 ? "1 value" : "\(self) values"
    }
}
