import Engine
import Maelstrom

extension RecordedTrace.Entry {
    /// Appends the event as a trace has it: a JSON object on one line.
    ///
    /// Without a `JSONValue` in between, which would take three times as long.
    func writeJSON(into bytes: inout [UInt8]) {
        bytes += "{\"at-us\":".utf8
        bytes.add(Int(instant.microseconds))
        bytes.add("event", .string(event.name))
        event.writeMembers(into: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }
}

extension TraceEvent {
    /// What is said of the event besides its time and its name.
    fileprivate func writeMembers(into bytes: inout [UInt8]) {
        switch self {
        case .sent(let envelope):
            envelope.writeEnds(into: &bytes)
            envelope.message.write(into: &bytes)
        case .delivered(let envelope), .duplicated(let envelope):
            envelope.writeReference(into: &bytes)
        case .dropped(let envelope, let reason):
            envelope.writeReference(into: &bytes)
            bytes.add("reason", .string(reason.name))
        case .learned(let node, let value, let source):
            bytes.add("node", node)
            bytes.add("value", value.index)
            bytes.add("from", source)
        case .invoked(let operation), .completed(let operation), .timedOut(let operation):
            operation.write(into: &bytes)
        case .topologyChanged(let topology):
            bytes.add("topology", .string(topology.rawValue))
        case .protocolChanged(let newProtocol):
            bytes.add("protocol", newProtocol.json)
        case .networkChanged(let network):
            bytes.add("network", network.json)
        case .rateChanged(let rate):
            bytes.add("rate", JSONValue(rate))
        case .nemesisChanged(let nemesis):
            bytes.add("nemesis", nemesis.json)
        case .partitioned(let links):
            bytes.add("links")
            bytes.addList(links.pairs) { bytes, pair in
                bytes += "{\"from\":".utf8
                bytes.addList(pair.sources) { $0.add($1) }
                bytes.add("to", pair.destinations)
                bytes.append(UInt8(ascii: "}"))
            }
        case .healed:
            break
        case .impaired(let faults):
            bytes.add("faults", .array(faults.map { .string("\($0)") }))
        case .killed(let nodes), .restarted(let nodes), .paused(let nodes), .resumed(let nodes):
            bytes.add("nodes", nodes)
        case .entered(let phase):
            bytes.add("phase", .string(phase.rawValue))
        }
    }
}

extension Envelope {
    /// Which message it is, from whom and to whom.
    fileprivate func writeEnds(into bytes: inout [UInt8]) {
        bytes.add("message", number)
        bytes.add("from", source)
        bytes.add("to", destination)
    }

    /// The same of a message that was sent before.
    fileprivate func writeReference(into bytes: inout [UInt8]) {
        writeEnds(into: &bytes)
        bytes.add("sent-at-us", Int(sentAt.microseconds))
    }
}

extension GossipMessage {
    /// Why the message is sent and what it carries.
    fileprivate func write(into bytes: inout [UInt8]) {
        bytes.add("kind", .string(kind.name))
        switch payload {
        case .one(let value): bytes.add("values", CollectionOfOne(value))
        case .batch(let values): bytes.add("values", values)
        case .all(let values): bytes.add("values", values)
        case .digest(let held): bytes.add("digest", held)
        case .difference(let values, let wanted):
            bytes.add("values", values)
            bytes.add("wanted", wanted)
        }
    }
}

extension GossipMessage.Kind {
    fileprivate var name: String {
        switch self {
        case .dissemination: "dissemination"
        case .repair: "repair"
        case .request: "request"
        }
    }
}

extension DropReason {
    fileprivate var name: String {
        switch self {
        case .cut: "cut"
        case .lost: "lost"
        case .down: "down"
        }
    }
}

extension ClientOperation {
    /// Which operation it is, at which node, and what it is about; a read has no value.
    fileprivate func write(into bytes: inout [UInt8]) {
        bytes.add("operation", number)
        bytes.add("node", node)
        switch action {
        case .broadcast(let value):
            bytes.add("action", "broadcast")
            bytes.add("value", value.index)
        case .read:
            bytes.add("action", "read")
            bytes.add("value", .null)
        }
    }
}

extension BroadcastProtocol {
    /// The options of a scenario that say how values spread.
    fileprivate var json: JSONValue {
        var scenario = Scenario()
        scenario.broadcastProtocol = self
        return scenario.json(of: ["dissemination", "batch-", "send-empty-", "gossip-"])
    }
}

extension NetworkModel {
    /// The options of a scenario that say how messages travel.
    fileprivate var json: JSONValue {
        var scenario = Scenario()
        scenario.network = self
        return scenario.json(of: ["network", "latency", "loss"])
    }
}

extension Nemesis {
    /// The options of a scenario that say which faults strike at random.
    fileprivate var json: JSONValue {
        var scenario = Scenario()
        scenario.nemesis = self
        return scenario.json(of: ["nemesis"])
    }
}

extension Scenario {
    /// The options whose names begin with one of `beginnings`.
    fileprivate func json(of beginnings: [String]) -> JSONValue {
        guard case .object(let options) = json else { return .null }
        let members = options.members.filter { member in
            beginnings.contains(where: member.key.hasPrefix)
        }
        return .object(JSONObject(members.map { ($0.key, $0.value) }))
    }
}
