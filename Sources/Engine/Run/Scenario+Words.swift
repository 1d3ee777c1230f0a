/// Parts of a scenario in words, for reports and screens.
extension Scenario {
    /// What brings what dissemination lost: `push to 5 every 5 s`, `no repair`.
    public var repairWords: String {
        guard let antiEntropy = broadcastProtocol.antiEntropy else { return "no repair" }
        let exchange =
            switch antiEntropy.mode {
            case .push: "push to"
            case .pull: "pull from"
            case .pushPull: "push-pull with"
            case .pushPullDigest: "digests with"
            }
        let clock =
            switch antiEntropy.clock {
            case .periodic: "every"
            case .poisson: "about every"
            case .synchronous: "in rounds of"
            }
        return "\(exchange) \(antiEntropy.fanout) \(clock) \(antiEntropy.interval.spaced)"
            + (antiEntropy.relays ? "" : ", not relayed")
    }

    /// The faults that strike at random, then those at set times, each kind in one piece; a single
    /// one in full, several by their number.
    public var faultWords: [String] {
        var words: [String] = []
        if !nemesis.families.isEmpty {
            let families = nemesis.families.map(\.rawValue).joined(separator: ",")
            words.append("\(families) about every \(nemesis.interval.spaced)")
        }
        if let fault = faults.first {
            words.append(faults.count == 1 ? "\(fault)" : "\(faults.count) faults")
        }
        return words
    }
}
