import Engine

/// One event in words.
struct LogLine {
    let entry: Journal.Entry
    let glyphs: GlyphSet

    var time: String { entry.instant.fineClock }

    /// Where it happened: `n3`, `n3→n8`, or nothing for the whole cluster.
    var place: StyledText {
        switch entry.event {
        case .sent(let envelope), .delivered(let envelope), .dropped(let envelope, _),
            .duplicated(let envelope):
            .label("\(envelope.source)\(glyphs.arrow)\(envelope.destination)")
        case .learned(let node, _, _): .label("\(node)")
        case .invoked(let operation), .completed(let operation), .timedOut(let operation):
            .label("\(operation.node)")
        case .killed(let nodes), .restarted(let nodes), .paused(let nodes), .resumed(let nodes):
            .label(NodeGroup.nodes(nodes).description.shortened(to: 12))
        default: .empty
        }
    }

    var text: StyledText {
        switch entry.event {
        case .sent(let envelope): sent(envelope.message)
        case .delivered(let envelope): .label("arrives ") + payload(of: envelope.message)
        case .dropped(_, let reason): dropped(reason)
        case .duplicated: StyledText("arrives twice", .warning)
        case .learned(_, let value, let source):
            StyledText("learns \(value)", .informed)
                + .label(source.map { " from \($0)" } ?? " from its client")
        case .invoked(let operation): asked(operation.action)
        case .completed(let operation): answered(operation.action)
        case .timedOut: StyledText("its client gives up waiting", .warning)
        case .killed: StyledText("crashes", .crashed)
        case .restarted: StyledText("starts anew, with nothing", .warning)
        case .paused: StyledText("stands still", .paused)
        case .resumed: StyledText("goes on", .paused)
        default: ofCluster
        }
    }

    private func sent(_ message: GossipMessage) -> StyledText {
        let isRepair = message.kind != .dissemination
        return StyledText(isRepair ? "gossips " : "sends ", isRepair ? .repair : .label)
            + payload(of: message)
    }

    private func payload(of message: GossipMessage) -> StyledText {
        .figure(InFlightPane.payload(message.payload, columns: 24))
    }

    private func dropped(_ reason: DropReason) -> StyledText {
        switch reason {
        case .cut: StyledText("is cut off", .cut)
        case .lost: StyledText("is lost", .warning)
        case .down: StyledText("finds its receiver down", .crashed)
        }
    }

    private func asked(_ action: ClientOperation.Action) -> StyledText {
        switch action {
        case .broadcast(let value): .label("is asked to broadcast ") + .figure("\(value)")
        case .read: .label("is asked what it holds")
        }
    }

    private func answered(_ action: ClientOperation.Action) -> StyledText {
        switch action {
        case .broadcast(let value): .label("acknowledges ") + .figure("\(value)")
        case .read: .label("answers a read")
        }
    }

    /// What befalls all.
    private var ofCluster: StyledText {
        switch entry.event {
        case .topologyChanged(let topology): .figure("topology \(topology.rawValue)")
        case .protocolChanged(let new): .figure(Self.words(of: new))
        case .networkChanged(let network):
            .figure("latency \(network.latency.meanMilliseconds) ms, loss \(network.loss.brief)")
        case .rateChanged(let rate): .figure("\(rate.brief) operations a second")
        case .nemesisChanged(let nemesis):
            .figure("nemesis \(nemesis.families.map(\.rawValue).joined(separator: ", "))")
        case .partitioned: StyledText("links are cut", .cut)
        case .healed: StyledText("no link is cut any more", .pass)
        case .impaired(let faults):
            faults.isEmpty
                ? StyledText("links are sound again", .pass)
                : StyledText(faults.map(\.description).joined(separator: ", "), .warning)
        case .entered(.recovering): .figure("clients stop, everything heals")
        case .entered(.finished): .figure("the run is over")
        default: .empty
        }
    }

    private static func words(of new: BroadcastProtocol) -> String {
        var scenario = Scenario()
        scenario.broadcastProtocol = new
        return ScenarioLine(scenario: scenario).protocolWords
    }
}
