import Engine

/// The way of one value: which nodes learned it at which hop, who lacks it, and how it came to the
/// last one; with room, the share of nodes that know it over time.
///
/// ```
///  18 of 25 nodes after 312 ms, from n7
///  hop 0  ▇          1    0 ms  n7
///  hop 1  ▇▇▇▇       4  100 ms  n2 n6 n8 n12
///  hop 2  ▇▇▇▇▇▇▇▇   8  200 ms  n1 n3 n5 n9 n11 n13 …
///  lacks  ░░░░░░░    7          n0 n4 n15 n19 n20 …
///  last n16: n7→n12→n17→n16
///  longest step: n12→n17, 140 ms, until 0:09.29
///  gossiped at 0:09.19, after 40 ms
/// ```
struct ValuePane: Pane {
    let snapshot: ClusterSnapshot
    /// The value that is followed; nil for none.
    let value: ValueID?
    /// Its way; nil when it is not known, or no longer.
    let arrivals: ValueArrivals?
    let glyphs: GlyphSet
    var keys = KeyTable.standard
    /// What theory says of such a run; nil where it says nothing.
    var prediction: Prediction?
    /// Its way in a future that was done away with; nil without one.
    var ghost: ValueArrivals?

    /// From so many rows on there is room for the longest step.
    private static let fullRows = 8

    /// The nodes that learned it after as many hops.
    private struct Hop {
        let number: Int
        let nodes: [NodeID]
        /// When the last of them did, since the value was accepted.
        let latency: TimeSpan
    }

    var title: String {
        guard let value else { return "value" }
        return "value ── \(value)" + (arrivals.map { ", since \($0.acceptedAt.fineClock)" } ?? "")
    }

    func summary(within columns: Int) -> StyledText {
        guard let arrivals else { return .label(absence.shortened(to: columns)) }
        return .joining([.figure("\(arrivals.value)"), gist(of: arrivals)], within: columns)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        guard let arrivals else {
            canvas.write(absence, wrappedIn: area, style: .faint)
            return
        }
        var lines = [gist(of: arrivals)]
        let lacking = lackingNodes
        let path = pathLines(of: arrivals, within: area.columns)
            .prefix(area.rows >= Self.fullRows ? 3 : 1)
        let smallest = CoverageChart.smallest
        // What would have been is seen in the chart alone.
        let isGhostly = ghost?.arrivals != nil && area.rows > Self.fullRows + smallest.rows
        let chartRows = isGhostly ? smallest.rows + 1 : 0
        let room = area.rows - lines.count - (lacking.isEmpty ? 0 : 1) - path.count - chartRows
        lines += hopLines(hops(of: arrivals), columns: area.columns, rows: room)
        if !lacking.isEmpty { lines.append(lackLine(lacking, columns: area.columns)) }
        lines += path
        let rest = Rect(
            column: area.column, row: area.row + lines.count + 1, columns: area.columns,
            rows: area.rows - lines.count - 1)
        if rest.rows >= smallest.rows && rest.columns >= smallest.columns {
            CoverageChart(
                arrivals: arrivals, snapshot: snapshot, prediction: prediction, ghost: ghost
            )
            .draw(on: &canvas, in: rest)
        }
        for (offset, line) in lines.prefix(max(0, area.rows)).enumerated() {
            canvas.write(
                line, column: area.column, row: area.row + offset, width: area.columns)
        }
    }

    private var absence: String {
        let key = keys.label(for: .toggleValue)
        guard let value else {
            return "\(key) follows the newest value, a click in the values any other: who has it, "
                + "at which hop, and over which links it came."
        }
        return value.index < snapshot.valueCount
            ? "The way of value \(value) is no longer known: it is too old, or no node accepted it."
            : "No node has value \(value) yet."
    }

    /// `18 of 25 nodes after 312 ms, from n7`.
    private func gist(of arrivals: ValueArrivals) -> StyledText {
        let holders = latest(arrivals).count { $0 != nil }
        let live = snapshot.nodeStates.count { $0 != .down }
        let end = lackingNodes.isEmpty ? arrivals.arrivals.last?.at : snapshot.now
        let latency = (end ?? snapshot.now) - arrivals.acceptedAt
        return StyledText(
            "\(holders.grouped) of \(live.grouped)", lackingNodes.isEmpty ? .informed : .figure)
            + .label(" nodes after ") + .figure("\(latency.wholeMilliseconds) ms")
            + .label(", from \(arrivals.origin)")
    }

    /// The latest arrival at each node that holds the value now.
    private func latest(
        _ arrivals: ValueArrivals
    ) -> [(arrival: ValueArrivals.Arrival, hop: Int)?] {
        arrivals.latest(nodeCount: snapshot.neighbors.count)
            .enumerated().map { index, entry in
                snapshot.nodeStates[index] == .down ? nil : entry
            }
    }

    /// The live nodes that lack the value.
    private var lackingNodes: [NodeID] {
        guard let arrivals else { return [] }
        let latest = latest(arrivals)
        return latest.indices.filter {
            latest[$0] == nil && snapshot.nodeStates[$0] != .down
        }.map(NodeID.init)
    }

    private func hops(of arrivals: ValueArrivals) -> [Hop] {
        var nodes: [[NodeID]] = []
        var latencies: [TimeSpan] = []
        for (index, entry) in latest(arrivals).enumerated() {
            guard let entry else { continue }
            while nodes.count <= entry.hop {
                nodes.append([])
                latencies.append(.zero)
            }
            nodes[entry.hop].append(NodeID(index))
            latencies[entry.hop] = max(
                latencies[entry.hop], entry.arrival.at - arrivals.acceptedAt)
        }
        return nodes.indices.map {
            Hop(number: $0, nodes: nodes[$0], latency: latencies[$0])
        }.filter { !$0.nodes.isEmpty }
    }

    /// A line for each hop; where they do not fit, the last line stands for the rest.
    private func hopLines(_ hops: [Hop], columns: Int, rows: Int) -> [StyledText] {
        guard rows > 0 else { return [] }
        var shown = hops
        if hops.count > rows {
            let rest = hops[(rows - 1)...]
            shown = Array(hops[..<(rows - 1)])
            shown.append(
                Hop(
                    number: rest.first?.number ?? 0, nodes: rest.flatMap(\.nodes),
                    latency: rest.map(\.latency).max() ?? .zero))
        }
        return shown.enumerated().map { place, hop in
            let isRest = place == rows - 1 && hops.count > rows
            let name = "hop \(hop.number)\(isRest ? "+" : "")".padded(to: 7)
            return line(
                name, hop.nodes, "\(hop.latency.wholeMilliseconds) ms", .informed, columns)
        }
    }

    private func lackLine(_ nodes: [NodeID], columns: Int) -> StyledText {
        line("lacks  ", nodes, "", .missing, columns)
    }

    /// `hop 1  ▇▇▇▇     4  100 ms  n2 n6 n8 n12`.
    private func line(
        _ name: String, _ nodes: [NodeID], _ time: String, _ style: Style, _ columns: Int
    ) -> StyledText {
        let barColumns = columns >= 44 ? 10 : 0
        let share = Double(nodes.count) / Double(max(1, snapshot.neighbors.count))
        let filled = min(barColumns, Int((share * Double(barColumns)).rounded(.up)))
        let bar = String(repeating: style == .missing ? "░" : "■", count: filled)
        let start =
            .label(name) + StyledText(bar.padded(to: barColumns), style)
            + .figure(nodes.count.grouped.flushRight(to: 4))
            + .label(time.flushRight(to: 9)) + .label("  ")
        return start + .label(Self.names(nodes, within: columns - start.columns))
    }

    private static func names(_ nodes: [NodeID], within columns: Int) -> String {
        nodes.prefix(40).map(\.description).joined(separator: " ").shortened(to: max(0, columns))
    }

    /// How it came to the node that learned it last, `last n16: n7→n12→n17→n16`, and, unless all
    /// took the same time, which step took longest: `longest step: n17→n16, 1,240 ms, until
    /// 0:09.29`.
    private func pathLines(of arrivals: ValueArrivals, within columns: Int) -> [StyledText] {
        let steps = steps(of: arrivals)
        guard let first = steps.first, let last = steps.last,
            let longest = steps.max(by: { $0.duration < $1.duration })
        else { return [] }
        let names = [first.source] + steps.map(\.arrival.node)
        let start = StyledText.label("last \(last.arrival.node): ")
        let path = names.map(\.description).joined(separator: arrow)
        let step = "\(longest.source)\(arrow)\(longest.arrival.node)"
        let pathLine = start + .figure(path.shortened(to: max(0, columns - start.columns)))
        guard steps.contains(where: { $0.duration < longest.duration }) else { return [pathLine] }
        let stepLine =
            .label("longest step: ") + .figure(step)
            + .label(", \(longest.duration.wholeMilliseconds) ms, until ")
            + .figure(longest.arrival.at.fineClock)
        return [pathLine, stepLine, Self.sendingLine(of: longest.arrival, since: longest.start)]
    }

    /// What took so long, when the value was there to be sent from `start` on: `gossiped at
    /// 0:05.63, after 2,102 ms`.
    private static func sendingLine(
        of arrival: ValueArrivals.Arrival, since start: Instant
    ) -> StyledText {
        guard let sentAt = arrival.sentAt, let kind = arrival.kind else { return .empty }
        let wait = max(.zero, sentAt - start)
        return .label(kind == .dissemination ? "passed on at " : "gossiped at ")
            + .figure(sentAt.fineClock)
            + .label(wait < .milliseconds(1) ? ", at once" : ", after ")
            + .figure(wait < .milliseconds(1) ? "" : "\(wait.wholeMilliseconds) ms")
    }

    private var arrow: String { glyphs == .ascii ? ">" : "→" }

    /// A part of a value's way: from when its source learned it.
    private struct Step {
        let source: NodeID
        let start: Instant
        let arrival: ValueArrivals.Arrival

        var duration: TimeSpan { arrival.at - start }
    }

    /// The way from where it was accepted to the node that learned it last.
    private func steps(of arrivals: ValueArrivals) -> [Step] {
        let latest = arrivals.latest(nodeCount: snapshot.neighbors.count)
        var steps: [Step] = []
        var next = arrivals.arrivals.last
        while let arrival = next, let source = arrival.source, steps.count < latest.count {
            next = latest[source.index]?.arrival
            let start = next?.at ?? arrivals.acceptedAt
            steps.append(Step(source: source, start: start, arrival: arrival))
        }
        return steps.reversed()
    }
}
