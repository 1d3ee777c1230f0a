import Engine
import Records
import ScenarioOptions

extension RunReport {
    /// The report for a person: one fact a line, the verdict last.
    var text: String {
        var lines = [
            ("scenario", scenario.summary),
            ("messages", ratiosText),
            ("counts", countsText),
            ("payload", payloadText),
        ]
        if let tollText { lines.append(("toll", tollText)) }
        lines += [("propagation", propagationText), ("stable", stableText)]
        if ChallengeLimits.areMeant(for: scenario) && !isPartial {
            lines += ChallengeLimits.all.compactMap { limits in
                verdict(on: limits).map { (limits.name, $0) }
            }
        }
        lines += [
            ("digest", digest.digestText), ("repeat", scenario.command), verdict,
        ]
        return lines.map { name, fact in name.padded(to: 12) + " " + fact }
            .joined(separator: "\n")
    }

    private var verdict: (String, String) {
        if isPartial {
            return (
                "PARTIAL",
                "ended after \(duration.inSeconds.fixed(3)) simulated seconds: "
                    + "what is missing may have been on its way"
            )
        }
        return (isValid ? "valid" : "INVALID", verdictText)
    }

    private var ratiosText: String {
        [
            traffic.messagesPerOperation.map { "\($0.fixed(2)) msgs/op" },
            traffic.messagesPerBroadcast.map { "\($0.fixed(2)) per broadcast" },
            messagesPerSecond.map { "\($0.fixed(1)) per second" },
        ].compactMap { $0 }.joined(separator: ", ")
    }

    private var countsText: String {
        "\(traffic.serverSendCount) messages between nodes, \(traffic.operationCount) operations, "
            + "\(traffic.broadcastCount) of them broadcasts"
    }

    private var payloadText: String {
        guard let values = traffic.valuesPerMessage, let bytes = traffic.bytesPerMessage else {
            return "nothing sent"
        }
        return [
            "\(values.fixed(2)) values and \(bytes.fixed(1)) bytes per message",
            traffic.bytesPerOperation.map { "\($0.fixed(0)) bytes/op" },
            traffic.bytesPerBroadcast.map { "\($0.fixed(0)) per broadcast" },
        ].compactMap { $0 }.joined(separator: ", ")
    }

    /// What faults and losses did to messages and operations; nil for nothing.
    private var tollText: String? {
        let tolls = [
            (traffic.cutCount, "cut"), (traffic.lostCount, "lost"),
            (traffic.downCount, "at nodes that were down"),
            (traffic.duplicateCount, "arrived twice"),
            (traffic.timeOutCount, traffic.timeOutCount == 1 ? "time-out" : "time-outs"),
        ].filter { $0.0 > 0 }
        return tolls.isEmpty
            ? nil : tolls.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
    }

    private var propagationText: String {
        let incomplete = propagation.incomplete.count
        let reached =
            "\(propagation.completeCount) of \(propagation.completeCount + incomplete) values "
            + "at every node \(isPartial ? "so far" : "in the end")"
        guard let latencies = propagation.latencies.text({ $0.inMilliseconds.fixed(0) }) else {
            return reached
        }
        let count = propagation.latencyCount
        let measured = count == propagation.completeCount ? "" : " of \(count) values"
        return "\(latencies)\(measured), \(reached)"
    }

    private var stableLatencies: Quantiles<Int> { Quantiles(sorted: workload.stableLatencies) }

    private var stableText: String { stableLatencies.text { "\($0)" } ?? "nothing to measure" }

    private var verdictText: String {
        if isValid {
            return workload.validity == .valid
                ? "every value is at every node in the end" : "there was no value to lose"
        }
        return [
            Self.list(workload.lost, "lost"),
            Self.list(propagation.incomplete, "missing at some node"),
        ].compactMap { $0 }.joined(separator: "; ")
    }

    /// How many `values` there are and the first few of them; nil without any.
    private static func list(_ values: [ValueID], _ state: String) -> String? {
        guard !values.isEmpty else { return nil }
        let names = values.prefix(5).map { "\($0)" }.joined(separator: " ")
        return "\(values.count) \(state): \(names)\(values.count > 5 ? " …" : "")"
    }

    /// Whether the run keeps one part's limits, and which it breaks; nil without stable latencies.
    private func verdict(on limits: ChallengeLimits) -> String? {
        guard let perOperation = traffic.messagesPerOperation,
            let median = stableLatencies[0.5], let maximum = stableLatencies[1]
        else { return nil }
        var broken: [String] = []
        if perOperation >= limits.messagesPerOperation {
            broken.append(
                "\(perOperation.fixed(2)) msgs/op, limit \(limits.messagesPerOperation.fixed(0))")
        }
        if Double(median) >= limits.median.inMilliseconds {
            broken.append("median \(median) ms, limit \(limits.median.inMilliseconds.fixed(0))")
        }
        if Double(maximum) >= limits.maximum.inMilliseconds {
            broken.append("maximum \(maximum) ms, limit \(limits.maximum.inMilliseconds.fixed(0))")
        }
        return broken.isEmpty ? "passed" : "not passed: " + broken.joined(separator: "; ")
    }
}

extension Quantiles {
    /// The entries in one line of milliseconds; nil without any.
    fileprivate func text(_ element: (Element) -> String) -> String? {
        guard !entries.isEmpty else { return nil }
        return entries.map { "\($0.share.shareTitle) \(element($0.value))" }
            .joined(separator: "  ") + " ms"
    }
}
