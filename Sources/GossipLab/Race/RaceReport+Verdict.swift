import Engine

extension RaceReport {
    /// Who wins and by how much, in a sentence or two.
    var verdict: String {
        guard !heats.isEmpty else { return "there is nothing to say: both finished no seed." }
        if let validityText { return "\(validityText) Otherwise, \(figuresText(naming: nil))" }
        return figuresText(naming: winner)
    }

    /// Who has runs that are not valid, and who wins by that; nil when nobody has.
    private var validityText: String? {
        let invalid = Side.allCases.filter { !invalidSeeds(of: $0).isEmpty }
        guard let first = invalid.first else { return nil }
        let shares = Side.allCases.map { invalidSeeds(of: $0).count }
        let ofRuns = "of \(heats.count) \(heats.count == 1 ? "run" : "runs")"
        guard let onlyValid else {
            return "both lose values, \(a.name) in \(shares[0]) \(ofRuns) and \(b.name) in "
                + "\(shares[1])."
        }
        let count = invalidSeeds(of: first).count
        return "\(self[onlyValid].name) wins: in \(count) \(ofRuns) of \(self[first].name) values "
            + "are lost or missing at some node in the end."
    }

    /// What the decisive figures say, with the winner's name before it if there is one.
    private func figuresText(naming winner: Side?) -> String {
        let clauses = Self.decisive.map { (clause(on: $0), comparison(of: $0).lower) }
        let shown = clauses.compactMap(\.1)
        guard let first = shown.first else { return sameText }
        if Set(shown).count > 1 {
            let parts = clauses.map { text, side in side.map { "\(self[$0].name) \(text)" } ?? text
            }
            return "\(parts.joined(separator: ", but "))."
        }
        let parts = clauses.filter { $0.1 != nil } + clauses.filter { $0.1 == nil }
        let subject = winner == nil ? self[first].name : "\(self[first].name) wins: it"
        return "\(subject) \(parts.map(\.0).joined(separator: shown.count > 1 ? " and " : "; "))."
    }

    private var sameText: String {
        if heats.allSatisfy({ $0.a.digest == $0.b.digest }) {
            return "every run of the one is that of the other: what differs has no effect here."
        }
        if heats.count == 1 {
            return isPartial
                ? "the one seed that both finished shows no difference."
                : "one seed shows no difference: take '--seeds 2' or more."
        }
        return "no difference is shown at 95 %, in msgs/op or in the largest stable latency: "
            + "more '--seeds' may show one."
    }

    /// What who is better in `figure` does, and by how much.
    private func clause(on figure: RunFigure) -> String {
        let comparison = comparison(of: figure)
        let isCost = figure == .messagesPerOperation
        guard let lower = comparison.lower, let low = comparison[lower].mean,
            let high = comparison[lower.other].mean
        else {
            return "no difference is shown in \(isCost ? "msgs/op" : "the largest stable latency")"
        }
        return isCost
            ? "needs \((100 * (1 - low / high)).brief) % fewer msgs/op"
            : "is faster, by \((high - low).brief) ms in the largest stable latency"
    }
}

extension Double {
    /// A positive number with two significant digits or more, but no more than four behind the
    /// point.
    fileprivate var brief: String {
        fixed(self >= 10 ? 0 : self >= 1 ? 1 : self >= 0.1 ? 2 : 4)
    }
}
