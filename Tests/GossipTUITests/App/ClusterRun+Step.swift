import Engine

@testable import GossipTUI

extension ClusterRun {
    /// Goes on for a step as the dashboard does; whether what it leads to came.
    mutating func step(_ unit: StepUnit) -> Bool {
        goOn(to: unit.goal(from: now)) { _ in true } ?? false
    }

    /// Lets a time pass.
    mutating func advance(by span: TimeSpan, while mayGoOn: (Instant) -> Bool = { _ in true }) {
        _ = goOn(to: Goal(limit: now + span), while: mayGoOn)
    }
}
