import Engine

/// The whole screen as a function of the state.
func render(_ state: DashboardState) -> Canvas { Screen(state: state).canvas }

/// The main screen, and what may lie on top of it.
///
/// With room, two columns; on a wide but low screen three (cluster, values over in flight, latency
/// over traffic):
///
/// ```
///  GossipTUI  grid · flood · …               ▶ x1  0:12.34
/// ╭ cluster ─────────────────────╮╭ latency ──────────────╮
/// │                              ││                       │
/// │                              │├ traffic ──────────────┤
/// ├ values ──────────────────────┤├ in flight ────────────┤
/// │                              ││                       │
/// ╰──────────────────────────────╯╰───────────────────────╯
///  space pause  …                           ? help  q quit
/// ```
///
/// With less, one: the cluster over the panes that find room, and a line for each of the others:
///
/// ```
///  GossipTUI  grid · …     ▶ x1  0:12.34
/// ╭ cluster ───────────────────────────╮
/// │                                    │
/// ╰────────────────────────────────────╯
///  values     …
///  in flight  …
///  latency    …
///  traffic    …
///  space pause  …         ? help  q quit
/// ```
///
/// With next to none, only the lines.
struct Screen {
    let state: DashboardState

    var canvas: Canvas {
        var canvas = Canvas(columns: state.columns, rows: state.rows)
        let layout = ScreenLayout(state)
        Header(state: state).draw(on: &canvas)
        if let race = state.race {
            RaceScreen(state: state, race: race).draw(on: &canvas, in: layout.body)
        } else {
            drawPanes(of: layout, on: &canvas)
        }
        if let lesson = state.lesson {
            LessonBox(progress: lesson, state: state).draw(on: &canvas, in: layout.lesson)
        }
        if let row = layout.timeLineRow {
            TimeLineBar(state: state, columns: canvas.columns).draw(on: &canvas, row: row)
        }
        let isTyping = state.mode == .commandLine
        let isNeeded = isTyping || state.notice != nil
        if let row = layout.footerRow ?? (isNeeded ? canvas.rows - 1 : nil) {
            Footer(
                bindings: state.usefulBindings, notice: state.notice,
                commandLine: isTyping ? state.commandLine : nil
            ).draw(on: &canvas, row: row)
        }
        drawOverlay(on: &canvas, layout: layout)
        return canvas.shown(with: state.glyphs)
    }

    private func drawPanes(of layout: ScreenLayout, on canvas: inout Canvas) {
        for slot in layout.slots { draw(slot, of: layout, on: &canvas) }
        let nameColumns = layout.lines.map { name(of: $0.pane).columns }.max() ?? 0
        for line in layout.lines {
            let name = StyledText(name(of: line.pane).padded(to: nameColumns + 2), .title)
            let width = max(0, canvas.columns - 2)
            let pane = pane(line.pane, in: layout)
            let brief = pane.summary(within: max(12, width - name.columns))
            // The start of a figure says more than nothing.
            let summary = brief.columns > 0 ? brief : pane.summary(within: .max)
            canvas.write(name + summary, column: 1, row: line.row, width: width)
        }
    }

    private func draw(
        _ slot: ScreenLayout.Slot, of layout: ScreenLayout, on canvas: inout Canvas
    ) {
        let pane = pane(slot.pane, in: layout)
        let title = pane.title(within: PaneFrame.titleColumns(in: slot.frame))
        PaneFrame(title: title, area: slot.frame, isFirst: slot.isFirst).draw(on: &canvas)
        let isCluster = slot.pane == .cluster
        pane.draw(
            on: &canvas, in: isCluster ? slot.frame.inner : PaneFrame.inside(of: slot.frame))
        if slot.pane == .details {
            TabStrip(frame: slot.frame, state: state).draw(on: &canvas)
        }
    }

    private func drawOverlay(on canvas: inout Canvas, layout: ScreenLayout) {
        switch state.mode {
        case .watching, .commandLine: break
        case .menu:
            ParameterMenuBox(state: state, in: layout.overlayArea).draw(on: &canvas)
        case .help:
            HelpOverlay(glyphs: state.glyphs, keys: state.keys, search: state.helpSearch)
                .draw(on: &canvas, skipping: state.helpOffset)
        case .partitionMenu:
            PartitionMenu(bindings: state.keys.partitionMenu, in: layout.overlayArea)
                .draw(on: &canvas)
        }
    }

    /// What to say below the picture of the cluster; nil where there is nothing, or no room.
    private func caption(in layout: ScreenLayout) -> StyledText? {
        guard let frame = layout.slots.first(where: { $0.pane == .cluster })?.frame,
            ClusterCaption.isOfUse(state.snapshot.scenario, in: frame.inner)
        else { return nil }
        return ClusterCaption(snapshot: state.snapshot, value: toldValue)
            .text(within: frame.inner.columns - 2)
    }

    /// The value that sentences are about: the one that is followed, if the moment on the screen
    /// knows it, or else the newest.
    private var toldValue: ValueID? {
        let selected = state.selectedValue.flatMap { value in
            state.snapshot.recentValues.contains { $0.value == value } ? value : nil
        }
        return selected ?? state.captionValue
    }

    private func name(of pane: PaneKind) -> String {
        switch pane {
        case .cluster: "cluster"
        case .values: "values"
        case .latency: "latency"
        case .traffic: "traffic"
        case .figures: "figures"
        case .details: state.detail == .inFlight ? "in flight" : state.detail.tabName
        }
    }

    private func pane(_ kind: PaneKind, in layout: ScreenLayout) -> any Pane {
        switch kind {
        case .cluster:
            ClusterPane(
                snapshot: state.snapshot, glyphs: state.glyphs, selectedNode: state.selectedNode,
                followed: state.followed, losses: state.closeUp.losses, morph: state.morph,
                shownValue: state.selectedValue ?? state.captionValue,
                caption: caption(in: layout))
        case .values:
            ValuesPane(
                snapshot: state.snapshot, glyphs: state.glyphs, older: state.closeUp.olderValues,
                selected: state.selectedValue)
        case .latency:
            LatencyPane(
                snapshot: state.snapshot, glyphs: state.glyphs, scale: state.latencyScale,
                prediction: state.prediction, ghost: state.closeUp.ghost)
        case .traffic: TrafficPane(snapshot: state.snapshot)
        case .figures:
            FiguresPane(
                snapshot: state.snapshot, glyphs: state.glyphs, value: toldValue)
        case .details: details
        }
    }

    private var details: any Pane {
        switch state.detail {
        case .inFlight: InFlightPane(snapshot: state.snapshot, glyphs: state.glyphs)
        case .node:
            NodePane(
                snapshot: state.snapshot, glyphs: state.glyphs, node: state.selectedNode)
        case .value:
            ValuePane(
                snapshot: state.snapshot, value: state.selectedValue,
                arrivals: state.closeUp.arrivals, glyphs: state.glyphs, keys: state.keys,
                prediction: state.prediction, ghost: state.closeUp.ghost?.arrivals)
        case .load: LoadPane(snapshot: state.snapshot, loads: state.closeUp.loads)
        case .tradeOff:
            TradeOffPane(snapshot: state.snapshot, trail: state.trail, glyphs: state.glyphs)
        case .log:
            LogPane(
                entries: state.closeUp.entries, filter: state.logFilter, offset: state.logOffset,
                glyphs: state.glyphs, keys: state.keys)
        }
    }
}

extension Canvas {
    /// The same picture in glyphs that the terminal has.
    fileprivate func shown(with glyphs: GlyphSet) -> Canvas {
        guard glyphs != .braille else { return self }
        var shown = self
        for row in 0..<rows {
            for column in 0..<columns {
                shown[column, row].glyph = glyphs.fallback(for: self[column, row].glyph)
            }
        }
        return shown
    }
}
