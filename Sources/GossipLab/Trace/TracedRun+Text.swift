import Engine

extension TracedRun.Progress {
    /// For instance `37 %, 1.2 million events`.
    var text: String {
        "\(Int(share * 100)) %, \((Double(eventCount) / 1e6).fixed(1)) million events"
    }
}
