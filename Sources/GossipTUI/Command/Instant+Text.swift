import ArgumentParser
import Engine
import ScenarioOptions

extension Instant {
    /// The moment that a person names: `8.2s`, or `1:08.20` as the clock on the screen has it.
    ///
    /// Throws a `ValidationError` that says what would be right.
    init(text: String) throws {
        if let span = try? OptionText.duration(text) {
            self = .zero + span
        } else if let span = Self.span(onClock: text) {
            self = .zero + span
        } else {
            throw ValidationError(
                "'\(text)' is no moment: say 8.2s, 1:08.20 or live, up to 1000000s")
        }
    }

    /// Minutes, a colon and seconds; nil for any other text.
    private static func span(onClock text: String) -> TimeSpan? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let minutes = Int(digits: parts[0]), minutes <= 16_666,
            let seconds = try? OptionText.duration("\(parts[1])s"), seconds < .seconds(60)
        else { return nil }
        return .seconds(60 * Int64(minutes)) + seconds
    }
}
