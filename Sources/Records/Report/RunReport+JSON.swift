package import Engine
package import Maelstrom
import ScenarioOptions

extension RunReport {
    /// The report by Maelstrom's names, latencies in milliseconds; what was not measured is null.
    package var json: JSONValue {
        var members: [(String, JSONValue)] = [
            ("version", .string(Release.version)),
            ("scenario", scenario.json),
            ("digest", .string(digest.digestText)),
            ("net", json(of: traffic)),
            ("workload", workload.json(isPartial: isPartial)),
            ("propagation", propagation.json),
            ("valid?", isPartial ? "unknown" : .bool(isValid)),
        ]
        if isPartial { members.append(("partial", true)) }
        return .object(JSONObject(members))
    }

    /// Nothing comes between a client and its node, so what one of them sends counts as received by
    /// the other, be it down.
    private func json(of traffic: TrafficCounts) -> JSONValue {
        let allSendCount = traffic.clientSendCount + traffic.serverSendCount
        let allPerOperation =
            traffic.operationCount == 0
            ? nil : Double(allSendCount) / Double(traffic.operationCount)
        return [
            "all": [
                "send-count": JSONValue(allSendCount),
                "recv-count": JSONValue(traffic.clientSendCount + traffic.serverReceiveCount),
                "msg-count": JSONValue(allSendCount),
                "msgs-per-op": JSONValue(allPerOperation),
            ],
            "clients": [
                "send-count": JSONValue(traffic.clientSendCount),
                "recv-count": JSONValue(traffic.clientSendCount),
                "msg-count": JSONValue(traffic.clientSendCount),
                "timeout-count": JSONValue(traffic.timeOutCount),
            ],
            "servers": [
                "send-count": JSONValue(traffic.serverSendCount),
                "recv-count": JSONValue(traffic.serverReceiveCount),
                "msg-count": JSONValue(traffic.serverSendCount),
                "msgs-per-op": JSONValue(traffic.messagesPerOperation),
                "msgs-per-broadcast": JSONValue(traffic.messagesPerBroadcast),
                "msgs-per-second": JSONValue(messagesPerSecond),
                "byte-count": JSONValue(traffic.sentBytes),
                "bytes-per-op": JSONValue(traffic.bytesPerOperation),
                "bytes-per-msg": JSONValue(traffic.bytesPerMessage),
                "value-count": JSONValue(traffic.sentCopies),
                "values-per-msg": JSONValue(traffic.valuesPerMessage),
                "cut-count": JSONValue(traffic.cutCount),
                "lost-count": JSONValue(traffic.lostCount),
                "down-count": JSONValue(traffic.downCount),
                "duplicate-count": JSONValue(traffic.duplicateCount),
            ],
        ]
    }
}

extension JSONValue {
    /// The number; null without one.
    fileprivate init(_ figure: Double?) {
        self = figure.map { JSONValue($0) } ?? .null
    }
}

extension SetFullResults {
    /// What is missing in a part of a run may have been on its way: that part is neither valid nor
    /// not.
    fileprivate func json(isPartial: Bool) -> JSONValue {
        [
            "valid?": isPartial ? "unknown" : validity.json,
            "attempt-count": JSONValue(attemptCount),
            "stable-count": JSONValue(stableCount),
            "lost-count": JSONValue(lostCount),
            "lost": .array(lost.map { JSONValue($0.index) }),
            "never-read-count": JSONValue(neverReadCount),
            "stale-count": JSONValue(staleCount),
            "duplicated-count": JSONValue(duplicatedCount),
            "stable-latencies": Quantiles(sorted: stableLatencies).json { JSONValue($0) },
        ]
    }
}

extension SetFullResults.Validity {
    fileprivate var json: JSONValue {
        switch self {
        case .valid: true
        case .invalid: false
        case .unknown: "unknown"
        }
    }
}

extension RunReport.Propagation {
    fileprivate var json: JSONValue {
        [
            "complete-count": JSONValue(completeCount),
            "incomplete-count": JSONValue(incomplete.count),
            "incomplete": .array(incomplete.map { JSONValue($0.index) }),
            "latency-count": JSONValue(latencyCount),
            "latencies": latencies.json { JSONValue($0.inMilliseconds) },
        ]
    }
}

extension Quantiles {
    /// Each element by its share, `"0.5"` the median; null without any.
    fileprivate func json(_ element: (Element) -> JSONValue) -> JSONValue {
        guard !entries.isEmpty else { return .null }
        return .object(
            JSONObject(
                entries.map { entry in
                    (entry.share.shareText, element(entry.value))
                }))
    }
}
