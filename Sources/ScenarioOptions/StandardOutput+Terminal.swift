#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension StandardOutput {
    /// Whether a person may be reading.
    public static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// How wide the terminal is, in characters; nil when there is none, or it does not say.
    public static var columns: Int? { terminalColumns(of: STDOUT_FILENO) }
}

extension StandardError {
    /// How wide the terminal is, in characters; nil when there is none, or it does not say.
    public static var columns: Int? { terminalColumns(of: STDERR_FILENO) }
}

private func terminalColumns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
        return nil
    }
    return Int(size.ws_col)
}
