#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the system said no to, in its words.
public struct SystemFailure: Error, CustomStringConvertible {
    /// For instance `No space left on device`.
    public let description: String

    /// The failure in these words.
    public init(_ description: String) {
        self.description = description
    }

    /// What the system's error number says.
    init(code: Int32) {
        let reason = unsafe strerror(code).map { unsafe String(cString: $0) }
        description = reason ?? "error \(code)"
    }
}
