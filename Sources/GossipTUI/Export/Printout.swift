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

    /// What shows `run`, which is at its start, at `instant`; without the last line's end.
    func text(of run: inout ClusterRun, at instant: Instant) -> String {
        switch format {
        case .text:
            run.advance(to: instant)
            return screen(of: run).text
        case .svg:
            run.advance(to: instant)
            return ScreenSVG(canvas: screen(of: run), theme: theme).text
        case .cast: return recording(of: &run, to: instant)
        }
    }

    private func recording(of run: inout ClusterRun, to end: Instant) -> String {
        var encoder = Asciicast()
        var lines = [Asciicast.header(columns: size.columns, rows: size.rows)]
        var caption: ValueID?
        var frame: Int64 = 0
        var now = Instant.zero
        repeat {
            let elapsed = frame * 1_000_000 / Self.frameRate
            now = min(end, .zero + .microseconds(elapsed * Int64(speed.thousandths) / 1_000))
            run.advance(to: now)
            let canvas = screen(of: run, following: &caption)
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
