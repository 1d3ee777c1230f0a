/// By how much clogs delayed the messages of a run. Grows with the changes of the clogs.
struct ClogLog: Sendable {
    /// The clogs in force from one message on.
    private struct Stretch: Sendable {
        /// The number of the first message.
        let start: Int
        let clogs: [Fault]
    }

    private var stretches: [Stretch] = []

    /// `faults` are the faults of links in force from message `number` on, in place of those
    /// before.
    mutating func change(to faults: [Fault], fromMessage number: Int) {
        let clogs = faults.filter { if case .clog = $0 { true } else { false } }
        guard clogs != stretches.last?.clogs ?? [] else { return }
        stretches.append(Stretch(start: number, clogs: clogs))
    }

    /// How much longer clogs kept message `number` under way, which went from `source` to
    /// `destination`.
    func delay(
        ofMessage number: Int, from source: NodeID, to destination: NodeID
    ) -> TimeSpan {
        let clogs = stretches.last { $0.start <= number }?.clogs ?? []
        return clogs.reduce(.zero) { sum, fault in
            guard case .clog(let links, let span) = fault,
                links.contains(from: source, to: destination)
            else { return sum }
            return sum + span
        }
    }
}
