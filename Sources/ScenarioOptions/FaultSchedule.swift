import ArgumentParser
import Engine

/// What several `--fault`s say together: each fault with its end.
struct FaultSchedule {
    private struct Entry {
        var fault: ScheduledFault
        /// How the command line says it.
        let option: String
    }

    /// In the order of start; in the order given where they start together.
    private var entries: [Entry] = []

    /// The faults in the order of start.
    var faults: [ScheduledFault] { entries.map(\.fault) }

    /// Puts together `statements`, whose order means nothing where their times differ.
    ///
    /// Throws a `ValidationError` when one ends nothing, or is in force already when it begins.
    init(_ statements: [FaultStatement]) throws {
        var ends: [(statement: FaultStatement, end: FaultEnd, time: TimeSpan)] = []
        for statement in statements {
            switch statement.meaning {
            case .fault(let fault): entries.append(Entry(fault: fault, option: statement.option))
            case .end(let end, let time): ends.append((statement, end, time))
            }
        }
        entries.sort { $0.fault.start < $1.fault.start }
        for (statement, end, time) in ends.sorted(by: { $0.time < $1.time }) {
            let undone = openEntries(at: time).filter { end.undoes(entries[$0].fault.fault) }
            guard !undone.isEmpty else { throw nothingToEnd(statement, end, time) }
            for index in undone { entries[index].fault.end = time }
        }
        try checkThatNoneRepeatsAnother()
    }

    /// The places of the entries that have begun before `time` and have no end yet.
    private func openEntries(at time: TimeSpan) -> [Int] {
        entries.indices.filter { entries[$0].fault.end == nil && entries[$0].fault.start < time }
    }

    private func nothingToEnd(
        _ statement: FaultStatement, _ end: FaultEnd, _ time: TimeSpan
    ) -> ValidationError {
        let right = openEntries(at: time).map { entries[$0].fault.fault }
            .filter(end.everywhere.undoes).map { "'\(FaultEnd(of: $0)) at \(time)'" }
        guard !right.isEmpty else {
            return ValidationError(
                "\(statement.option) ends nothing: no \(end.faultVerbs) without an end of its own "
                    + "is open at \(time); leave it out, or begin one before, without 'for' or "
                    + "'until'.")
        }
        let shown = right.prefix(3).joined(separator: " or ") + (right.count > 3 ? " …" : "")
        return ValidationError(
            "\(statement.option) ends nothing: what is open at \(time) ends by \(shown).")
    }

    private func checkThatNoneRepeatsAnother() throws {
        for (index, entry) in entries.enumerated() {
            let earlier = entries[..<index].first {
                $0.fault.fault.isSame(as: entry.fault.fault)
                    && $0.fault.end.map { $0 > entry.fault.start } ?? true
            }
            if let earlier {
                throw ValidationError(
                    "\(entry.option) begins while the same lasts, by \(earlier.option): leave one "
                        + "out, or let the earlier one end before.")
            }
        }
    }
}

extension Fault {
    /// Whether `other` does the same at the same place; never where luck chooses the place.
    fileprivate func isSame(as other: Fault) -> Bool {
        switch (self, other) {
        case (.cut(let links), .cut(let others)):
            links.isSame(as: others)
        case (.loss(let links, let share), .loss(let others, let otherShare)),
            (.duplication(let links, let share), .duplication(let others, let otherShare)):
            share == otherShare && links.isSame(as: others)
        case (.clog(let links, let delay), .clog(let others, let otherDelay)):
            delay == otherDelay && links.isSame(as: others)
        case (.kill(.nodes(let nodes)), .kill(.nodes(let others))),
            (.pause(.nodes(let nodes)), .pause(.nodes(let others))):
            nodes == others
        default: false
        }
    }
}
