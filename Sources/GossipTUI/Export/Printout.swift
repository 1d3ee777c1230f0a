import Engine

/// What is written without a terminal: the screen at a moment, or all screens up to it.
struct Printout {
    /// How it is written.
    enum Format: String, CaseIterable {
        case text
        case svg
        /// A recording from the start.
        case cast
    }

    let size: FrameSize
    let speed: Speed
    let format: Format
    let glyphs: GlyphSet
    let theme: Theme
    let keys: KeyTable
    let arrangement: Arrangement

    /// Frames a second of a recording.
    private static let frameRate: Int64 = 15

    /// What shows `run` as it is, or how it came there from its `start`; without the last line's
    /// end.
    func text(of run: ClusterRun, since start: ClusterRun) -> String {
        switch format {
        case .text: screen(of: run).text
        case .svg: ScreenSVG(canvas: screen(of: run), theme: theme).text
        case .cast: recording(from: start, to: run)
        }
    }

    private func recording(from start: ClusterRun, to last: ClusterRun) -> String {
        let end = last.now
        var run = start
        var encoder = Asciicast()
        var lines = [Asciicast.header(columns: size.columns, rows: size.rows)]
        var caption: ValueID?
        var frame: Int64 = 0
        var now = Instant.zero
        repeat {
            let elapsed = frame * 1_000_000 / Self.frameRate
            now = min(end, .zero + .microseconds(elapsed * Int64(speed.thousandths) / 1_000))
            if now < end { run.advance(to: now) }
            let canvas = screen(of: now < end ? run : last, following: &caption)
            let events = encoder.events(showing: canvas, in: theme, at: Double(elapsed) / 1e6)
            lines += events.map { $0.line() }
            frame += 1
        } while now < end
        return lines.joined(separator: "\n")
    }

    private func screen(of run: ClusterRun) -> Canvas {
        var caption: ValueID?
        return screen(of: run, following: &caption)
    }

    /// The screen; `value` is what the caption tells of, and becomes what it tells of now.
    private func screen(of run: ClusterRun, following value: inout ValueID?) -> Canvas {
        var state = DashboardState(
            snapshot: run.snapshot(columns: size.columns), speed: speed, glyphs: glyphs,
            columns: size.columns, rows: size.rows)
        state.keys = keys
        state.arrangement = arrangement
        state.timeLine = run.timeLine
        var oracle = Oracle()
        state.prediction = oracle.prediction(for: state.snapshot, in: state.timeLine)
        value = ClusterCaption.following(value, in: state.snapshot)
        state.captionValue = value
        return render(state)
    }
}
