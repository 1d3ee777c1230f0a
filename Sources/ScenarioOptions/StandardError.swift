#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The program's channel for everything that is not its result.
public enum StandardError {
    /// Whether a person may be watching.
    public static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Writes `line` and a line break, whole and at once; what cannot be written is dropped,
    /// because there is nowhere left to say so.
    public static func writeLine(_ line: String) {
        write(line + "\n")
    }

    /// Writes `text`, whole and at once, as `writeLine` does.
    public static func write(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { bytes in
                unsafe systemWrite(STDERR_FILENO, bytes.baseAddress, bytes.count)
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                return
            }
        }
    }
}

// The method above hides the system's function of the same name.
private let systemWrite = unsafe write
