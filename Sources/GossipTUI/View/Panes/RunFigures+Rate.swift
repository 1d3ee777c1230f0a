import Engine

extension RunFigures {
    /// Messages in the last second of the cluster's time; nil before the first quarter of one.
    var sentInLastSecond: Int? {
        let last = sentPerQuarterSecond.suffix(4)
        return last.isEmpty ? nil : last.reduce(0, +) * 4 / last.count
    }
}
