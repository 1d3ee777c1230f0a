import Engine

extension TradeOffChart {
    /// The reference curve's messages per operation at a `latency` in milliseconds; nil where there
    /// is none, and where the measured front needs no more: it is the better reference then.
    func reference(within latency: Double) -> Double? {
        guard isChallenge,
            let messages = ReferenceCurve.messagesPerOperation(
                within: .microseconds(Int64(latency * 1_000)))
        else { return nil }
        let measured = points.filter { $0.isOnFront && $0.latency <= latency }.map(\.messages).min()
        if let measured, measured <= messages { return nil }
        return messages
    }
}
