import ScenarioOptions

/// A recording of the whole session, written as it goes; the file has its name once it is whole.
struct Recorder: ~Copyable {
    private var file: NewFile
    private var encoder = Asciicast()
    private var hasBegun = false
    /// What went wrong; nothing is written after that, and what was written before is kept.
    private(set) var failure: SystemFailure?

    /// Begins a recording into the file at `path`.
    init(path: String) throws(SystemFailure) {
        file = try NewFile(path: path, inPlaceOf: [Self.start])
    }

    /// How such a file begins.
    static let start = "{\"version\":2,"

    /// Takes in what is shown, and in which colours, at `time`, in seconds since the start.
    mutating func record(_ canvas: Canvas, in theme: Theme, at time: Double) {
        guard failure == nil else { return }
        var lines = encoder.events(showing: canvas, in: theme, at: time).map { $0.line() }
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

    /// Gives the file its name. Throws what kept the recording from going on to the end; there is a
    /// file then too, with what could be written, unless `isLost`.
    consuming func finish() throws(Failure) {
        do throws(SystemFailure) {
            try file.finish()
        } catch {
            throw Failure(reason: error, isLost: true)
        }
        if let failure { throw Failure(reason: failure, isLost: false) }
    }

    /// Why a recording is not whole.
    struct Failure: Error {
        let reason: SystemFailure
        /// Whether there is no file at all.
        let isLost: Bool
    }
}
