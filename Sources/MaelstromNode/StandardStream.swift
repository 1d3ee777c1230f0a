#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A stream of bytes that the process starts with.
enum StandardStream: Int32 {
    case input = 0
    case output = 1

    /// A call to the system that failed for good.
    struct Failure: Error, CustomStringConvertible {
        let stream: StandardStream
        /// The system's number for what went wrong.
        let code: Int32

        /// Whether the other end of the stream is gone.
        var isBrokenPipe: Bool { code == EPIPE }

        /// For instance `stdout: No space left on device`.
        var description: String {
            let name = stream == .input ? "stdin" : "stdout"
            let reason = unsafe strerror(code).map { unsafe String(cString: $0) }
            return "\(name): \(reason ?? "error \(code)")"
        }
    }

    /// Waits until bytes can be read, or written, at once; false when `milliseconds` (nil: no
    /// limit) have passed or a signal arrived before that.
    func wait(milliseconds: Int32?) -> Bool {
        let event = Int16(self == .input ? POLLIN : POLLOUT)
        var descriptor = pollfd(fd: rawValue, events: event, revents: 0)
        return unsafe poll(&descriptor, 1, milliseconds ?? -1) > 0
    }

    /// Reads what is there into `buffer`, which is not empty.
    ///
    /// Returns how many bytes: 0 at the end of the stream, nil when there is nothing for now.
    func read(into buffer: inout [UInt8]) throws(Failure) -> Int? {
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe systemRead(rawValue, $0.baseAddress, $0.count)
            }
            if count >= 0 { return count }
            if errno == EAGAIN || errno == EWOULDBLOCK { return nil }
            if errno != EINTR { throw Failure(stream: self, code: errno) }
        }
    }

    /// Writes all of `bytes`, however long the other end takes.
    func write(_ bytes: [UInt8]) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes.withUnsafeBytes {
                let rest = unsafe UnsafeRawBufferPointer(rebasing: $0[written...])
                return unsafe systemWrite(rawValue, rest.baseAddress, rest.count)
            }
            if count >= 0 {
                written += count
            } else if errno == EAGAIN || errno == EWOULDBLOCK {
                _ = wait(milliseconds: nil)
            } else if errno != EINTR {
                throw Failure(stream: self, code: errno)
            }
        }
    }
}

// The methods above hide the system's functions of the same names.
private let systemRead = unsafe read
private let systemWrite = unsafe write
