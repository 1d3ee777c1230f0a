#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that a person wrote for the program to read.
public struct TextFile {
    /// Why a file cannot be read, in words.
    public struct Failure: Error, CustomStringConvertible {
        /// The system's words, or ours.
        public let description: String
        /// Whether there is no such file.
        public private(set) var isMissing = false

        /// What the system's error number says.
        fileprivate static func system(_ code: Int32) -> Failure {
            let reason = unsafe strerror(code).map { unsafe String(cString: $0) }
            return Failure(
                description: reason ?? "error \(code)",
                isMissing: code == ENOENT || code == ENOTDIR)
        }
    }

    /// Nobody writes a longer one; what is longer is something else, perhaps without an end.
    private static let longest = 16 << 20

    /// The file's text; what is not UTF-8 in it is replaced by U+FFFD.
    public let text: String

    /// Whether what is at `path` could make a reader wait: a pipe, a device and the like.
    public static func mayWait(path: String) -> Bool {
        var status = stat()
        guard unsafe stat(path, &status) == 0 else { return false }
        return ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
    }

    /// Reads the file at `path`; of a file that is longer than anybody writes, only the start if
    /// `isCut`, else nothing.
    public init(path: String, isCut: Bool = false) throws(Failure) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(errno) }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes {
                unsafe read(descriptor, $0.baseAddress, $0.count)
            }
            if count == 0 { break }
            guard count > 0 else {
                if errno == EINTR { continue }
                throw .system(errno)
            }
            bytes += buffer[..<count]
            guard bytes.count <= Self.longest else {
                if isCut { break }
                throw Failure(description: "longer than \(Self.longest >> 20) MiB")
            }
        }
        text = String(decoding: bytes, as: UTF8.self)
    }
}
