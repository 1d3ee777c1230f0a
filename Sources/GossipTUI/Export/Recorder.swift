import ScenarioOptions

/// A recording of the whole session, written as it goes; the file has its name once it is whole.
struct Recorder: ~Copyable {
    private var file: NewFile
    private var encoder: Asciicast
    private var hasBegun = false
    /// What went wrong; nothing is written after that.
    private(set) var failure: SystemFailure?

    /// Begins a recording into the file at `path`.
    init(path: String, theme: Theme) throws(SystemFailure) {
        file = try NewFile(path: path, inPlaceOf: [Self.start])
        encoder = Asciicast(theme: theme)
    }

    /// How such a file begins.
    static let start = "{\"version\":2,"

    /// Takes in what is shown at `time`, in seconds since the start.
    mutating func record(_ canvas: Canvas, at time: Double) {
        guard failure == nil else { return }
        var lines = encoder.events(showing: canvas, at: time).map { $0.line() }
        guard !lines.isEmpty else { return }
        if !hasBegun {
            lines.insert(Asciicast.header(columns: canvas.columns, rows: canvas.rows), at: 0)
            hasBegun = true
        }
        do {
            try file.write(lines.map { $0 + "\n" }.joined())
        } catch {
            failure = error
        }
    }

    /// Gives the file its name.
    consuming func finish() throws(SystemFailure) {
        if let failure { throw failure }
        try file.finish()
    }
}
