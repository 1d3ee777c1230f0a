#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file of whole lines that only grows, and that one program at a time writes.
///
/// The file is locked until the value goes out of scope, against programs that lock it likewise.
public struct LineFile: ~Copyable, Sendable {
    /// What is wanted of a file.
    public enum Use: Sendable {
        /// Its lines, while nobody writes.
        case reading
        /// Its lines, and to add to them alone; the file is made if it is not there.
        case appending
    }

    private static let blockLength = 1 << 22

    private let descriptor: Int32
    /// What was read behind the last line break so far.
    private var unfinished: [UInt8]

    /// Opens the file at `path`; throws when that cannot be, or another program uses it.
    public init(path: String, for use: Use) throws(SystemFailure) {
        var status = stat()
        if unsafe stat(path, &status) == 0 {
            let kind = status.st_mode & S_IFMT
            guard kind != S_IFDIR else {
                throw SystemFailure("it is a directory: give the name of a file")
            }
            guard kind == S_IFREG || use == .reading else {
                throw SystemFailure("it is no regular file")
            }
        }
        let flags =
            switch use {
            case .reading: O_RDONLY | O_CLOEXEC
            case .appending: O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC
            }
        let descriptor = unsafe open(path, flags, 0o666)
        guard descriptor >= 0 else {
            let isWithoutDirectory = errno == ENOENT && use == .appending
            throw isWithoutDirectory
                ? SystemFailure("its directory is not there: make it, or name another")
                : SystemFailure(code: errno)
        }
        let operation = (use == .reading ? LOCK_SH : LOCK_EX) | LOCK_NB
        guard flock(descriptor, operation) == 0 else {
            let code = errno
            close(descriptor)
            throw code == EWOULDBLOCK
                ? SystemFailure(
                    "another sweep is writing it: wait until that has ended, or name another file")
                : SystemFailure(code: code)
        }
        self.descriptor = descriptor
        unfinished = []
    }

    /// What comes in at the program's standard input.
    public static func standardInput() throws(SystemFailure) -> LineFile {
        let descriptor = dup(STDIN_FILENO)
        guard descriptor >= 0 else { throw SystemFailure(code: errno) }
        return LineFile(descriptor: descriptor)
    }

    private init(descriptor: Int32) {
        self.descriptor = descriptor
        unfinished = []
    }

    /// Whether there is a file at `path`, of whatever kind.
    public static func exists(at path: String) -> Bool {
        unsafe access(path, F_OK) == 0
    }

    /// Lines that come next, without their line breaks, some megabytes at a time; nil when all
    /// have been read.
    public mutating func readLines() throws(SystemFailure) -> [String]? {
        var block = unfinished
        while true {
            let start = block.count
            block += try read()
            guard block.count > start else {
                unfinished = block
                return nil
            }
            guard let lineBreak = block[start...].lastIndex(of: Self.lineBreak) else { continue }
            unfinished = Array(block[(lineBreak + 1)...])
            return block[..<lineBreak].split(
                separator: Self.lineBreak, omittingEmptySubsequences: false
            ).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// Whether the file, all of whose lines have been read, ends within a line.
    public var isCutOff: Bool { !unfinished.isEmpty }

    /// Adds `line` and a line break, whole: when it throws, the file is as long as before.
    public mutating func append(_ line: String) throws(SystemFailure) {
        let length = lseek(descriptor, 0, SEEK_END)
        do {
            try write(line + "\n")
        } catch {
            guard ftruncate(descriptor, length) == 0 else {
                throw SystemFailure("\(error), and a part of a line is at its end")
            }
            throw error
        }
    }

    /// Waits until the disk has all of the file.
    public func synchronize() throws(SystemFailure) {
        guard fsync(descriptor) == 0 else { throw SystemFailure(code: errno) }
    }

    deinit {
        close(descriptor)
    }

    private static let lineBreak = UInt8(ascii: "\n")

    /// The next bytes; none at the end.
    private func read() throws(SystemFailure) -> ArraySlice<UInt8> {
        var block = [UInt8](repeating: 0, count: Self.blockLength)
        while true {
            let count = unsafe block.withUnsafeMutableBytes { bytes in
                unsafe systemRead(descriptor, bytes.baseAddress, bytes.count)
            }
            if count >= 0 { return block[..<count] }
            if errno != EINTR { throw SystemFailure(code: errno) }
        }
    }

    /// Writes `text` in a single call, unless the system does not take all of it.
    private func write(_ text: String) throws(SystemFailure) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { bytes in
                unsafe systemWrite(descriptor, bytes.baseAddress, bytes.count)
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw SystemFailure(code: errno)
            }
        }
    }
}

// The methods above hide the system's functions of the same names.
private let systemRead = unsafe read
private let systemWrite = unsafe write
