import Charts
import Engine

/// What a run pays in messages for its latency: this one as a moving point, those before as
/// letters.
///
/// ```
///   50┤
///     │            b       ● now
///   20┤ ────────────────────────┐part 2
///     │      ·  ·  a            │
///    5┤              ·  ·  ·    │
///     └────┬──────┬──────┬──────┬────
///         200    500   1,000   2,000 ms
///  ● now (240 values)  · reference  b heap (1,034)  a grid (620)
/// ```
///
/// Both axes are logarithmic: what is compared are factors. The latency is the maximum stable one,
/// which the challenge's limits are about; the reference curve is by true latency.
struct TradeOffPane: Pane {
    let snapshot: ClusterSnapshot
    let trail: RunTrail
    let glyphs: GlyphSet

    /// The fewest columns and rows that make a chart.
    private static let smallest = (columns: 24, rows: 7)

    let title = "trade-off ── max stable latency, msgs/op"

    private var place: RunTrail.Place? { RunTrail.Place(snapshot.figures) }

    private var isChallenge: Bool { ChallengeLimits.areMeant(for: snapshot.scenario) }

    func summary(within columns: Int) -> StyledText {
        guard let place else { return .faint("nothing measured yet") }
        let verdicts = isChallenge ? ChallengeLimits.all.map { verdict($0, at: place) } : []
        return .joining(
            [
                .figure(place.messages.withTwoDecimals) + .label(" msgs/op"),
                .label("max ") + .figure(Int(place.latency.rounded()).grouped) + .label(" ms"),
            ] + verdicts, within: columns)
    }

    /// Whether the run keeps all limits of a part, the median's and that of values that still wait
    /// too.
    private func verdict(_ limits: ChallengeLimits, at place: RunTrail.Place) -> StyledText {
        let standing = standing(limits, at: place)
        return .label("\(limits.name) ") + StyledText(standing.glyph, standing.style)
    }

    private func standing(_ limits: ChallengeLimits, at place: RunTrail.Place) -> Standing {
        let latency = LatencyVerdict(limits: limits, snapshot: snapshot)
        return latency.standing == .kept && place.messages < limits.messagesPerOperation
            ? .kept : .broken
    }

    func draw(on canvas: inout Canvas, in area: Rect) {
        guard place != nil || !trail.stops.isEmpty else {
            canvas.write(
                "Nothing measured yet. This run will be a point here: its maximum latency and its "
                    + "messages per operation; what you change makes it wander.",
                wrappedIn: area, style: .faint)
            return
        }
        guard area.columns >= Self.smallest.columns, area.rows >= Self.smallest.rows else {
            canvas.write(
                summary(within: area.columns), column: area.column, row: area.row,
                width: area.columns)
            return
        }
        let plot = TradeOffPlot(area: area, covering: shownPlaces)
        plot.drawAxes(on: &canvas)
        if isChallenge {
            drawReference(on: &canvas, in: plot)
            for limits in ChallengeLimits.all { drawBox(of: limits, on: &canvas, in: plot) }
        }
        drawTrail(on: &canvas, in: plot)
        drawKey(on: &canvas, row: area.row + area.rows - 1, in: area)
    }

    /// What the axes must cover.
    private var shownPlaces: [(latency: Double, messages: Double)] {
        let runs = (trail.stops.map(\.place) + [place].compactMap(\.self))
            .map { ($0.latency, $0.messages) }
        let limits = ChallengeLimits.all.map {
            (Double($0.maximum.microseconds) / 1_000, $0.messagesPerOperation)
        }
        return runs + (isChallenge ? limits + [(200, 2)] : [])
    }

    private func drawReference(on canvas: inout Canvas, in plot: TradeOffPlot) {
        for column in 0..<plot.inside.columns {
            let latency = plot.latency(atColumn: column)
            guard
                let messages = ReferenceCurve.messagesPerOperation(
                    within: .microseconds(Int64(latency * 1_000))),
                let point = plot.point(latency, messages)
            else { continue }
            canvas[point.column, point.row] = reference
        }
    }

    /// What the reference curve is made of.
    private var reference: Cell { Cell(glyph: glyphs == .ascii ? "." : "·", style: .faint) }

    /// The corner of what a part of the challenge allows, and its name inside.
    private func drawBox(
        of limits: ChallengeLimits, on canvas: inout Canvas, in plot: TradeOffPlot
    ) {
        let latency = Double(limits.maximum.microseconds) / 1_000
        guard let corner = plot.point(latency, limits.messagesPerOperation) else { return }
        let style = place.map { standing(limits, at: $0).style } ?? .label
        for column in plot.inside.column..<corner.column {
            canvas[column, corner.row] = Cell(glyph: "╌", style: style)
        }
        for row in corner.row + 1..<plot.inside.row + plot.inside.rows {
            canvas[corner.column, row] = Cell(glyph: "┊", style: style)
        }
        canvas[corner.column, corner.row] = Cell(glyph: "┐", style: style)
        let start = corner.column - limits.name.columns
        guard start >= plot.inside.column else { return }
        canvas.write(limits.name, column: start, row: corner.row, style: style)
    }

    private func drawTrail(on canvas: inout Canvas, in plot: TradeOffPlot) {
        let signs = ClusterGlyphs(glyphs)
        for place in trail.path {
            guard let point = plot.point(place.latency, place.messages) else { continue }
            canvas[point.column, point.row] = Cell(glyph: signs.useful, style: .redundant)
        }
        for (letter, stop) in zip(Self.letters, trail.stops) {
            guard let point = plot.point(stop.place.latency, stop.place.messages) else { continue }
            canvas[point.column, point.row] = Cell(glyph: letter, style: .partlyInformed)
        }
        guard let place, let point = plot.point(place.latency, place.messages) else { return }
        canvas[point.column, point.row] = Cell(glyph: signs.node[4], style: .figure)
        let label = " now"
        let isFree = (1...label.columns).allSatisfy {
            [.blank, reference].contains(canvas[point.column + $0, point.row])
        }
        if isFree && point.column + label.columns < plot.inside.column + plot.inside.columns {
            canvas.write(label, column: point.column + 1, row: point.row, style: .figure)
        }
    }

    private static let letters = Array("abcdefghijkl".unicodeScalars)

    /// What the signs are.
    private func drawKey(on canvas: inout Canvas, row: Int, in area: Rect) {
        let isWide = area.columns >= 80
        let now =
            StyledText("\(ClusterGlyphs(glyphs).node[4])", .figure)
            + .label(" now (\(trail.valueCount.grouped) values)")
        let curve = StyledText.faint(
            "\(reference.glyph) reference" + (isWide ? ", by true latency" : ""))
        // The latest runs matter most.
        let stops = zip(Self.letters, trail.stops).reversed().map { letter, stop in
            StyledText("\(letter)", .partlyInformed)
                + .label(" \(name(of: stop.scenario)) (\(stop.valueCount.grouped))")
        }
        canvas.write(
            .joining([now, isChallenge ? curve : .empty] + stops, within: area.columns),
            column: area.column,
            row: row, width: area.columns)
    }

    /// What tells a former run from the present one: what it had, or else what it did without.
    private func name(of scenario: Scenario) -> String {
        let present = ScenarioLine(scenario: snapshot.scenario).briefParts
        let former = ScenarioLine(scenario: scenario).briefParts
        let own = former.filter { !present.contains($0) }
        if !own.isEmpty { return own.joined(separator: ", ") }
        let missing = present.filter { !former.contains($0) }
        return missing.isEmpty ? "the same" : "without " + missing.joined(separator: ", ")
    }
}
