/// The screens of the last minute, from which a recording can be made.
struct LastMinute {
    /// Some seconds of screens.
    private struct Part {
        let start: Double
        let first: Canvas
        let theme: Theme
        /// What led from the screen before the first one to the last.
        var events: [Asciicast.Event] = []
        /// What belongs to the first screen.
        var firstCount = 0

        var byteCount: Int { events.reduce(0) { $0 + $1.data.utf8.count } }
    }

    /// How long a part is, in seconds, and how many of them are more than a minute.
    private static let partSeconds = 5.0
    private static let mostParts = 13
    /// What all parts may take, in bytes of what a terminal is sent; the oldest are forgotten
    /// first.
    private static let mostBytes = 20_000_000

    private var encoder = Asciicast()
    private var parts: [Part] = []
    private var lastTime = -Double.infinity

    /// Fewer frames than are shown: comparing screens takes its time.
    private static let frameSeconds = 0.1

    /// Takes in what is shown, and in which colours, at `time`, in seconds since some start, unless
    /// the screen before was only just taken in; with `isLast`, in any case.
    mutating func record(
        _ canvas: Canvas, in theme: Theme, at time: Double, isLast: Bool = false
    ) {
        guard isLast || time - lastTime >= Self.frameSeconds else { return }
        lastTime = time
        let events = encoder.events(showing: canvas, in: theme, at: time)
        guard !events.isEmpty else { return }
        if parts.last.map({ time - $0.start >= Self.partSeconds }) ?? true {
            parts.append(Part(start: time, first: canvas, theme: theme, firstCount: events.count))
            while parts.count > Self.mostParts || isTooLarge, parts.count > 1 {
                parts.removeFirst()
            }
        }
        parts[parts.count - 1].events += events
    }

    private var isTooLarge: Bool { parts.reduce(0) { $0 + $1.byteCount } > Self.mostBytes }

    /// The recording, which begins with the oldest screen that is kept; nil before the first
    /// screen.
    var cast: String? {
        guard let first = parts.first else { return nil }
        var opening = Asciicast()
        let events =
            opening.events(showing: first.first, in: first.theme, at: first.start)
            + first.events.dropFirst(first.firstCount) + parts.dropFirst().flatMap(\.events)
        let header = Asciicast.header(columns: first.first.columns, rows: first.first.rows)
        return ([header] + events.map { $0.line(since: first.start) }).joined(separator: "\n")
    }
}
