#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The program's channel for its result.
public enum StandardOutput {
    /// The result could not be written, for the reason that the system gives.
    public struct Failure: Error, CustomStringConvertible {
        /// The system's number for what went wrong.
        let code: Int32

        /// For instance `cannot write to standard output: No space left on device`.
        public var description: String {
            let reason = unsafe strerror(code).map { unsafe String(cString: $0) }
            return "cannot write to standard output: \(reason ?? "error \(code)")"
        }
    }

    /// Writes `line` and a line break, all of it.
    public static func writeLine(_ line: String) throws(Failure) {
        try write(Array("\(line)\n".utf8))
    }

    /// Writes `bytes`, all of them.
    public static func write(_ bytes: [UInt8]) throws(Failure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { bytes in
                unsafe systemWrite(STDOUT_FILENO, bytes.baseAddress, bytes.count)
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw Failure(code: errno)
            }
        }
    }
}

// The method above hides the system's function of the same name.
private let systemWrite = unsafe write
