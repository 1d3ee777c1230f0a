import Maelstrom
import Records
import ScenarioOptions

extension BenchCommand {
    /// All that was measured.
    struct Report {
        let floods: [Flood]
        /// Nil when only a flood was asked for.
        let preset: PresetRun?

        /// Whether every count is as theory says.
        var isExact: Bool { floods.allSatisfy(\.isExact) && preset?.isExact != false }

        /// The report for a person: one measurement a line, the verdict last.
        var text: String {
            let rows = floods.map { [$0.nodeText, $0.deliveryText, $0.rateText] }
            let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
            var lines = rows.map { row in
                zip(row, widths).map { cell, width in
                    String(repeating: " ", count: width - cell.count) + cell
                }.joined(separator: "   ")
            }
            if let preset {
                let milliseconds = (1_000 * preset.seconds).fixed(1)
                lines.append("\(preset.name)   \(milliseconds) ms")
            }
            lines += floods.filter { !$0.isExact }.map(\.complaint)
            if let preset, !preset.isExact {
                lines.append("\(preset.name): not 56 messages per broadcast, or a loss")
            }
            lines.append(isExact ? "valid: every count is exact" : "INVALID: the engine is wrong")
            return lines.joined(separator: "\n")
        }

        /// The report by the names of options and of Maelstrom's results.
        var json: JSONValue {
            [
                "version": .string(Release.version),
                "floods": .array(floods.map(\.json)),
                "preset": preset?.json ?? .null,
                "valid?": .bool(isExact),
            ]
        }
    }
}

extension BenchCommand.Flood {
    fileprivate var nodeText: String { "\(nodeCount) nodes" }

    fileprivate var deliveryText: String { "\(deliveryCount) deliveries" }

    fileprivate var rateText: String { "\((deliveriesPerSecond / 1e6).fixed(1)) million/s" }

    fileprivate var complaint: String {
        "\(nodeText): \(deliveryCount) deliveries instead of \(expectedDeliveryCount), "
            + "\(completeCount) of \(valueCount) values everywhere"
    }

    fileprivate var json: JSONValue {
        [
            "node-count": JSONValue(nodeCount),
            "value-count": JSONValue(valueCount),
            "complete-count": JSONValue(completeCount),
            "delivery-count": JSONValue(deliveryCount),
            "seconds": JSONValue(seconds),
            "deliveries-per-second": JSONValue(deliveriesPerSecond),
            "valid?": .bool(isExact),
        ]
    }
}

extension BenchCommand.PresetRun {
    fileprivate var json: JSONValue {
        [
            "name": .string(name),
            "msgs-per-broadcast": JSONValue(messagesPerBroadcast ?? .nan),
            "seconds": JSONValue(seconds),
            "valid?": .bool(isExact),
        ]
    }
}
