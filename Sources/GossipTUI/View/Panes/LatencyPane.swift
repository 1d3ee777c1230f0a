import Engine

/// How long a value takes to reach every node, and whether the challenge would be content.
///
/// ```
///  values       ┊p50 part 1 ┊max part 1
///  80┤      ▂▅█▇▅▂          ┊
///   0┼──────┬──────┬──────┬─────
///    0     200    400    600 ms
///  true    p50 640  p95 760  p99 790  max 796
///  stable  p50 476  p95 690  p99 752  max 796
///  ┄ flood alone  p50 600  max 800 ms  56 msgs
///  part 1 ✗ median 476 > 400   part 2 ✓
///  limits are for 25 nodes, 100 ms, 100 op/s
/// ```
struct LatencyPane: Pane {
    let snapshot: ClusterSnapshot
    let glyphs: GlyphSet
    var scale = LatencyScale.linear
    /// What theory says of such a run; nil where it says nothing.
    var prediction: Prediction?
    /// The future that was done away with; nil without one.
    var ghost: Ghost?

    var title: String {
        let since = snapshot.figures.since
        return "latency ── accept \(glyphs.arrow) everywhere"
            + (since > .zero ? ", since \(since.briefClock)" : "")
    }

    func summary(within columns: Int) -> StyledText {
        let ghost = ghost.map {
            StyledText("═ ", .ghost) + .label("ghost ")
                + quantiles(["p50", "max"], of: $0.figures.propagation)
        }
        guard propagation.count > 0 else {
            return .joining(
                [.faint("no new one complete yet"), ghost ?? .empty], within: columns)
        }
        let stable = snapshot.figures.stable
        return .joining(
            [
                quantiles(["p50", "max"], of: propagation),
                ghost ?? .empty,
                areLimitsMeant && stable.count > 0
                    ? .label("stable ") + quantiles(["p50", "max"], of: stable) : .empty,
            ] + (areLimitsMeant ? verdicts.map(\.brief) : []), within: columns)
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        guard propagation.count > 0 else {
            canvas.write(
                "No value of this stretch has reached every node yet. Those that do will show here: "
                    + "how many took how long from the client's broadcast to the last node.",
                wrappedIn: area, style: .faint)
            if let ghost, area.rows > 0 {
                canvas.write(
                    line(of: ghost, width: area.columns), column: area.column,
                    row: area.row + area.rows - 1, width: area.columns)
            }
            return
        }
        let lines = lines(width: area.columns, rows: area.rows)
        var chart = area
        chart.rows -= lines.count
        let hasChart =
            chart.rows >= LatencyChart.smallest.rows
            && chart.columns >= LatencyChart.smallest.columns
        if hasChart {
            LatencyChart(
                latencies: propagation, stable: areLimitsMeant ? snapshot.figures.stable : nil,
                scale: scale, prediction: prediction, ghost: ghost?.figures.propagation
            )
            .draw(on: &canvas, in: chart)
        }
        let first = area.row + (hasChart ? chart.rows : 0)
        for (offset, line) in lines.prefix(max(0, area.rows)).enumerated() {
            canvas.write(line, column: area.column, row: first + offset, width: area.columns)
        }
    }

    private var propagation: LatencyHistogram { snapshot.figures.propagation }

    private var areLimitsMeant: Bool { ChallengeLimits.areMeant(for: snapshot.scenario) }

    private var verdicts: [LatencyVerdict] {
        ChallengeLimits.all.map {
            LatencyVerdict(limits: $0, snapshot: snapshot)
        }
    }

    /// The lines below the chart; with few rows, those that say most.
    private func lines(width: Int, rows: Int) -> [StyledText] {
        var lines = [named("true", propagation, width: width)]
        if let stable = snapshot.stableLatencies, rows >= 3 {
            lines.append(named("stable", stable, width: width))
        }
        if let ghost, rows >= 4 { lines.append(line(of: ghost, width: width)) }
        if let waiting { lines.append(waiting) }
        if let prediction, rows >= Self.fullRows { lines.append(theory(prediction, width: width)) }
        guard areLimitsMeant else {
            return lines + [.faint("limits are for 25 nodes, 100 ms, 100 op/s")]
        }
        let words = verdicts.map(\.text)
        let both = StyledText.joining(words, by: "   ")
        return lines + (both.columns <= width ? [both] : words)
    }

    /// From so many rows on there is room for what is not measured.
    private static let fullRows = 13

    /// How many values have not come everywhere that should have by now; nil for none.
    private var waiting: StyledText? {
        guard let figures = WaitingValues(snapshot.figures) else { return nil }
        return StyledText(figures.text, .fail)
    }

    /// What would have been without the latest change in the past.
    private func line(of ghost: Ghost, width: Int) -> StyledText {
        .joining(
            [
                StyledText("═ ", .ghost) + .label("ghost "),
                quantiles(["p50", "max"], of: ghost.figures.propagation),
                .label(", Esc ends it"),
            ], by: "", within: width)
    }

    /// What to expect, and by which theory: as above, or `gossip, mean 7.25 intervals  p50 7,045
    /// ms`.
    private func theory(_ prediction: Prediction, width: Int) -> StyledText {
        let parts: [StyledText] =
            switch prediction.theory {
            case .flood:
                [
                    .label("flood alone"), expected("p50", prediction.quantile(0.5)),
                    expected("max", prediction.latencies.last?.latency ?? .zero) + .label(" ms"),
                    prediction.messagesPerBroadcast.map { .figure($0.grouped) + .label(" msgs") }
                        ?? .empty,
                ]
            case .gossip(let meanIntervals):
                [
                    .label("gossip, mean ") + .figure(meanIntervals.withTwoDecimals)
                        + .label(" intervals"),
                    expected("p50", prediction.quantile(0.5)) + .label(" ms"),
                    expected("p95", prediction.quantile(0.95)) + .label(" ms"),
                ]
            }
        return StyledText("┄ ", .prediction) + .joining(parts, within: width - 2)
    }

    private func expected(_ name: String, _ latency: TimeSpan) -> StyledText {
        .label("\(name) ") + .figure(latency.wholeMilliseconds)
    }

    private func named(_ name: String, _ latencies: LatencyHistogram, width: Int) -> StyledText {
        let choices = [
            ["p50", "p95", "p99", "max"], ["p50", "p95", "max"], ["p50", "max"], ["max"],
        ]
        let lines = choices.map {
            .label(name.padded(to: 8)) + quantiles($0, of: latencies)
        }
        return lines.first { $0.columns <= width } ?? lines[lines.count - 1]
    }

    private func quantiles(_ names: [String], of latencies: LatencyHistogram) -> StyledText {
        let shares = ["p50": 0.5, "p95": 0.95, "p99": 0.99, "max": 1]
        var text = StyledText.empty
        for name in names {
            let latency = shares[name].flatMap(latencies.quantile)
            text += .label("\(name) ") + .figure(latency?.wholeMilliseconds ?? "—")
            text += .label(name == "max" ? " ms" : "  ")
        }
        return text
    }
}
