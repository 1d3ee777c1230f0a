import Engine

/// How far a sweep has come, for a person who waits.
struct SweepProgress {
    /// How many runs the sweep has.
    let count: Int
    /// How many of them were there before it began.
    let countBefore: Int
    /// What has been run since.
    let progress: RunPool.Progress
    /// How long that took.
    let elapsed: Duration

    /// For instance `[#######-------] 240 of 660 runs, 36 %, 1.4 s left`, `columns` wide at most
    /// as long as that leaves room for the words.
    func text(columns: Int, isUTF8: Bool) -> String {
        let words = [
            "\(countBefore + progress.finishedCount) of \(count) runs",
            "\(Int(share * 100)) %",
            timeLeft.map { "\(Self.text(of: $0)) left" },
        ].compactMap(\.self).joined(separator: ", ")
        let room = min(Self.widestBar, columns - words.count - "[] ".count)
        guard room >= Self.narrowestBar else { return words }
        let (full, empty): (Character, Character) = isUTF8 ? ("█", "░") : ("#", "-")
        let done = String(repeating: full, count: Int(share * Double(room)))
        return "[\(done.padded(to: room, with: empty))] \(words)"
    }

    private static let widestBar = 40
    private static let narrowestBar = 5

    /// The runs since the sweep began, those under way in part.
    private var runsSince: Double {
        progress.running.values.reduce(Double(progress.finishedCount)) { $0 + $1.share }
    }

    private var share: Double {
        count == 0 ? 1 : (Double(countBefore) + runsSince) / Double(count)
    }

    /// How long the rest will take if it goes on like this; nil when nothing has been run.
    private var timeLeft: Duration? {
        guard runsSince > 0 else { return nil }
        return elapsed * ((Double(count - countBefore) - runsSince) / runsSince)
    }

    /// Roughly: `1.4 s`, `35 s`, `2 min 5 s`, `3 h 20 min`.
    private static func text(of duration: Duration) -> String {
        let seconds = max(0, duration / .seconds(1))
        guard seconds >= 9.95 else { return "\(seconds.fixed(1)) s" }
        let whole = Int(min(seconds, 1e9).rounded())
        let (minutes, hours) = (whole / 60, whole / 3_600)
        if minutes == 0 { return "\(whole) s" }
        if hours == 0 { return "\(minutes) min \(whole % 60) s" }
        return "\(hours) h \(minutes % 60) min"
    }
}
