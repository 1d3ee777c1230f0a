import Engine

extension RunPool.Progress {
    /// For instance `7 of 20 runs, 37 %, 12.4 million deliveries`.
    func text(count: Int) -> String {
        let shares = running.values.reduce(0) { $0 + $1.share } + Double(finishedCount)
        let whole = RunProgress(
            share: shares / Double(count),
            deliveryCount: running.values.reduce(deliveryCount) { $0 + $1.deliveryCount })
        return "\(finishedCount) of \(count) runs, \(whole.text)"
    }
}
