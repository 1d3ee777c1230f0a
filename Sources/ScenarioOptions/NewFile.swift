#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A file that appears under its name only when it is whole.
///
/// It takes the place only of what is empty or begins as it should. It is written aside, in the
/// same directory; whatever has its name stays until `finish`, and stays for good if that never
/// comes.
public struct NewFile: ~Copyable {
    private let path: String
    private let pathAside: String
    private var descriptor: Int32
    /// How many bytes were written in whole calls.
    private var byteCount: off_t = 0

    /// Begins a file that will be at `path`; throws when that cannot be, or something is there that
    /// begins with none of `starts`.
    public init(path: String, inPlaceOf starts: [String]) throws(SystemFailure) {
        var status = stat()
        if unsafe stat(path, &status) == 0 {
            let kind = status.st_mode & S_IFMT
            guard kind != S_IFDIR else {
                throw SystemFailure("it is a directory: give the name of a file")
            }
            guard kind == S_IFREG else { throw SystemFailure("it is no regular file") }
            guard status.st_size == 0 || Self.begins(path, with: starts) else {
                throw SystemFailure(
                    "a file of another kind is there: delete it, or name another")
            }
        }
        let pathAside = "\(path).\(getpid()).part"
        let descriptor = unsafe open(pathAside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else {
            throw errno == ENOENT
                ? SystemFailure("its directory is not there: make it, or name another")
                : SystemFailure(code: errno)
        }
        self.path = path
        self.pathAside = pathAside
        self.descriptor = descriptor
    }

    private static func begins(_ path: String, with starts: [String]) -> Bool {
        guard let file = try? TextFile(path: path, isCut: true) else { return false }
        return starts.contains { file.text.hasPrefix($0) }
    }

    /// Appends `text`, or nothing where it throws.
    public mutating func write(_ text: String) throws(SystemFailure) {
        try write(Array(text.utf8))
    }

    /// Appends `bytes`, or nothing where it throws.
    public mutating func write(_ bytes: [UInt8]) throws(SystemFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { bytes in
                unsafe systemWrite(descriptor, bytes.baseAddress, bytes.count)
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                let failure = SystemFailure(code: errno)
                // A file that gets shorter needs no room.
                _ = ftruncate(descriptor, byteCount)
                _ = lseek(descriptor, byteCount, SEEK_SET)
                throw failure
            }
        }
        byteCount += off_t(bytes.count)
    }

    /// Gives the file its name, in place of what had it.
    public consuming func finish() throws(SystemFailure) {
        guard fsync(descriptor) == 0, unsafe rename(pathAside, path) == 0 else {
            throw SystemFailure(code: errno)
        }
        close(descriptor)
        descriptor = -1
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unsafe unlink(pathAside)
    }
}

// The method above hides the system's function of the same name.
private let systemWrite = unsafe write
