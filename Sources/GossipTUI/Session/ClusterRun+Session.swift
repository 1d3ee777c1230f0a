import Records

/// The cluster behind the dashboard as a session, which can be saved and had again.
extension ClusterRun {
    /// The cluster of a session that was saved, at its end.
    init(_ session: Session) {
        self.init(history: session.history)
    }

    /// All that is needed to have the run again, as far as it has been seen.
    var session: Session {
        Session(
            scenario: history.run.scenario, entries: history.entries, end: history.end,
            digest: history.live.digest)
    }
}
