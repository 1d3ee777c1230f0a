/// What a run says of a chapter's question, with the figures that it rests on.
struct Finding: Hashable, Sendable {
    /// The place of the right answer among the choices; nil when the run bears out none of them.
    let answer: Int?
    /// Two to four sentences.
    let text: String
    /// The figures, each with what a formula allows.
    let claims: [Claim]

    /// `text`, if all claims hold; otherwise what the first broken one says, and no answer.
    init(answer: Int?, claims: [Claim], text: String) {
        let broken = claims.first { !$0.holds }
        self.answer = broken == nil ? answer : nil
        self.text = broken?.refusal ?? text
        self.claims = claims
    }

    /// Whether `later` answers the same, of a run that has gone on; anything answers more than
    /// none.
    func isConfirmed(by later: Finding) -> Bool { answer == nil || later.answer == answer }
}

/// A figure of a run, and the range in which a formula puts it.
struct Claim: Hashable, Sendable {
    /// What was measured, as the subject of a sentence: `the longest latency`.
    let subject: String
    /// The measured figure; nil when there was nothing to measure.
    let measured: Double?
    /// Where it must lie.
    let range: ClosedRange<Double>
    /// `ms`, or empty for a bare number.
    var unit = ""

    /// Whether the figure lies where the formula puts it.
    var holds: Bool { measured.map(range.contains) ?? false }

    /// What is said in place of a reveal when the claim does not hold.
    fileprivate var refusal: String {
        guard let measured else {
            return "This run has no figure for \(subject) yet, so it answers nothing. "
                + "Let it run on, or start the chapter anew."
        }
        let (low, high) = (text(range.lowerBound), text(range.upperBound))
        let expected = low == high ? high : "\(low) to \(high)"
        let unit = unit.isEmpty ? "" : " \(unit)"
        return "In this run \(subject) is \(text(measured))\(unit), and theory puts it at "
            + "\(expected)\(unit). Something else is at work here, perhaps a change made by hand. "
            + "The chapter started anew is without it."
    }

    private func text(_ number: Double) -> String {
        abs(number) < 1e12 && number != number.rounded() ? number.withTwoDecimals : number.figure
    }
}

extension Double {
    /// Rounded to a whole number, as texts of the lesson show it: `1,240`.
    var figure: String { abs(self) < 1e12 ? Int(rounded()).grouped : "no number" }

    /// With one decimal: `24.5`; zero or more, and small enough for an `Int`.
    var withOneDecimal: String {
        let tenths = Int((self * 10).rounded())
        return "\((tenths / 10).grouped).\(tenths % 10)"
    }
}
