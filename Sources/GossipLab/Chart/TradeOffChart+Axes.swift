import Charts
import Engine

extension TradeOffChart {
    /// The limits that belong into the picture.
    var limits: [ChallengeLimits] { isChallenge ? ChallengeLimits.all : [] }

    /// The axis of latencies, in milliseconds, and that of messages per operation: they cover the
    /// valid points, or all if none is valid, and the limits.
    ///
    /// Both are logarithmic where they can be: what is compared are factors, and one slow
    /// combination does not crush the others.
    var axes: (latency: AxisScale, messages: AxisScale) {
        let valid = points.filter(\.isComparable)
        let shown = valid.isEmpty ? points : valid
        return (
            AxisScale(
                .logarithmic,
                covering: shown.map(\.latency) + limits.map(\.maximum.inMilliseconds)),
            AxisScale(
                .logarithmic,
                covering: shown.map(\.messages) + limits.map(\.messagesPerOperation))
        )
    }
}
