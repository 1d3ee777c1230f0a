import ScenarioOptions
import Synchronization

/// The line on stderr that tells a person who watches how far things have come.
///
/// Nothing is shown of what is done at once, nor where stderr is no terminal.
final class ProgressLine: Sendable {
    private struct Shown {
        var next: ContinuousClock.Instant
        var width = 0
    }

    private static let wait = Duration.milliseconds(200)

    private let isWatched: Bool
    private let shown: Mutex<Shown>

    /// A line that appears after `firstWait`, if stderr is a terminal and `isWanted`.
    init(after firstWait: Duration = .seconds(1), isWanted: Bool = true) {
        isWatched = isWanted && StandardError.isTerminal
        shown = Mutex(Shown(next: .now + firstWait))
    }

    /// Shows `text`, which is only asked for when it is time for a new one.
    func show(_ text: () -> String) {
        guard isWatched else { return }
        shown.withLock { shown in
            let now = ContinuousClock.now
            guard now >= shown.next else { return }
            shown.next = now + Self.wait
            let text = text()
            StandardError.write("\r" + text.padded(to: shown.width))
            shown.width = text.count
        }
    }

    /// Takes the line away.
    func clear() {
        shown.withLock { shown in
            guard shown.width > 0 else { return }
            // Two more for the ^C with which a terminal may have answered.
            StandardError.write("\r" + "".padded(to: shown.width + 2) + "\r")
            shown.width = 0
        }
    }
}
