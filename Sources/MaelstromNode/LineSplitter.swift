/// Cuts a stream of bytes, which comes in pieces of any size, into lines.
///
/// Each byte is looked at once and kept until its line is taken. A line longer than the limit is
/// not kept: it is skipped to its end and reported.
struct LineSplitter {
    /// What the stream holds next.
    enum Line: Hashable {
        /// A line without its end.
        case whole(ArraySlice<UInt8>)
        /// A line longer than the limit, of so many bytes.
        case tooLong(byteCount: Int)
    }

    /// The longest line kept, in bytes.
    let limit: Int
    private var bytes: [UInt8] = []
    /// Where the current line starts in `bytes`.
    private var start = 0
    /// Up to where `bytes` is known to hold no end of the current line.
    private var scanned = 0
    /// How many bytes of the current line have been let go of, because it is too long.
    private var skipped = 0

    init(limit: Int) {
        self.limit = limit
    }

    /// Takes in what the stream brought. Lines taken before are best let go of first: a slice that
    /// lives on makes this copy all that is kept.
    mutating func append(_ piece: ArraySlice<UInt8>) {
        bytes.removeSubrange(..<start)
        scanned -= start
        start = 0
        bytes.append(contentsOf: piece)
    }

    /// The next line that has an end; nil when more of the stream is needed.
    mutating func next() -> Line? {
        guard let end = bytes[scanned...].firstIndex(of: UInt8(ascii: "\n")) else {
            scanned = bytes.count
            skipIfTooLong()
            return nil
        }
        defer {
            start = end + 1
            scanned = start
        }
        return take(upTo: end)
    }

    /// What follows the last line's end, once the stream has ended; nil when nothing does.
    mutating func takeRest() -> Line? {
        guard skipped > 0 || start < bytes.count else { return nil }
        defer {
            start = bytes.count
            scanned = start
        }
        return take(upTo: bytes.count)
    }

    private mutating func take(upTo end: Int) -> Line {
        let count = skipped + end - start
        skipped = 0
        return count > limit ? .tooLong(byteCount: count) : .whole(bytes[start..<end])
    }

    private mutating func skipIfTooLong() {
        let count = bytes.count - start
        guard skipped + count > limit else { return }
        skipped += count
        bytes.removeAll()
        start = 0
        scanned = 0
    }
}
