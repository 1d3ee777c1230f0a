/// A fault with its beginning and its end.
public struct ScheduledFault: Hashable, Sendable {
    /// What happens.
    public var fault: Fault
    /// When it begins, since the start of the run.
    public var start: TimeSpan
    /// When it is undone, after `start`; nil for when clients stop, which undoes everything.
    public var end: TimeSpan?

    /// `fault` from `start` to `end`.
    public init(_ fault: Fault, from start: TimeSpan, to end: TimeSpan? = nil) {
        precondition(end.map { $0 > start } ?? true, "a fault ends after it begins")
        self.fault = fault
        self.start = start
        self.end = end
    }
}

extension ScheduledFault: CustomStringConvertible {
    /// The fault as people write it: `cut n3|* at 2s for 4s`.
    public var description: String {
        "\(fault) at \(start)" + (end.map { " for \($0 - start)" } ?? "")
    }
}
