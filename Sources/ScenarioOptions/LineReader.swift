#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The lines of a file or a pipe, one after the other, of any number.
public struct LineReader: ~Copyable {
    /// What is between two line breaks.
    public struct Line: Hashable, Sendable {
        /// How a line ends.
        public enum End: Hashable, Sendable {
            case lineBreak
            /// There is no line break behind it.
            case endOfFile
            /// It is longer than was asked for, and its rest comes next.
            case tooLong
        }

        /// The line without its line break.
        public let bytes: [UInt8]
        /// How it ends.
        public let end: End

        /// The line that `bytes` are.
        public init(bytes: [UInt8], end: End) {
            self.bytes = bytes
            self.end = end
        }

        /// The line as text; what is not UTF-8 in it is replaced by U+FFFD.
        public var text: String { String(decoding: bytes, as: UTF8.self) }
    }

    private static let blockLength = 1 << 16
    private static let lineBreak = UInt8(ascii: "\n")

    private let descriptor: Int32
    private var block: [UInt8]
    /// Where in the block the next line begins.
    private var position: Int

    /// Opens the file at `path`; `-` is standard input.
    public init(path: String) throws(SystemFailure) {
        var status = stat()
        if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
            throw SystemFailure("it is a directory")
        }
        let descriptor =
            path == "-" ? STDIN_FILENO : unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemFailure(code: errno) }
        self.descriptor = descriptor
        block = []
        position = 0
    }

    /// The next line, or, of one that is longer than `longest` bytes, at least so much of it; nil
    /// at the end.
    public mutating func next(longest: Int) throws(SystemFailure) -> Line? {
        var bytes: [UInt8] = []
        while true {
            if let end = block[position...].firstIndex(of: Self.lineBreak) {
                bytes += block[position..<end]
                position = end + 1
                return Line(bytes: bytes, end: .lineBreak)
            }
            bytes += block[position...]
            position = block.count
            if bytes.count > longest { return Line(bytes: bytes, end: .tooLong) }
            guard try readBlock() else {
                return bytes.isEmpty ? nil : Line(bytes: bytes, end: .endOfFile)
            }
        }
    }

    /// Puts the next block in place of the one before; false at the end.
    private mutating func readBlock() throws(SystemFailure) -> Bool {
        block = [UInt8](repeating: 0, count: Self.blockLength)
        position = 0
        while true {
            let count = unsafe block.withUnsafeMutableBytes { bytes in
                unsafe read(descriptor, bytes.baseAddress, bytes.count)
            }
            if count >= 0 {
                block.removeLast(Self.blockLength - count)
                return count > 0
            }
            if errno != EINTR { throw SystemFailure(code: errno) }
        }
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
    }
}
