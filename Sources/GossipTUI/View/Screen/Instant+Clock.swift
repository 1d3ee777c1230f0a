import Engine

extension Instant {
    /// Minutes and seconds since the start: `0:12`.
    var clock: String {
        let seconds = Int(microseconds / 1_000_000)
        return "\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60)"
    }

    /// Minutes and seconds, and hundredths only where all else is zero: `0:12`, `0:00.34`.
    var briefClock: String { microseconds < 1_000_000 ? fineClock : clock }

    /// Minutes, seconds and hundredths since the start: `0:12.34`.
    var fineClock: String {
        let hundredths = Int(microseconds / 10_000) % 100
        return "\(clock).\(hundredths < 10 ? "0" : "")\(hundredths)"
    }
}
