/// What a service wants written, in order.
public struct ServiceEffects: Hashable, Sendable {
    /// Whole lines for stdout, each with its end.
    public var output: [UInt8] = []
    /// Lines for stderr, without their ends.
    public var diagnostics: [String] = []

    /// Nothing to write.
    public init() {}

    mutating func send(_ packet: Packet) { packet.write(into: &output) }

    mutating func report(_ diagnostic: String) { diagnostics.append(diagnostic) }
}
