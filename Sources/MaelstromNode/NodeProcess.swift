import Engine
import Maelstrom
import ScenarioOptions

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Runs a service on the process's own streams, in one thread, until its input ends.
struct NodeProcess {
    /// How much is read at once, and how much may wait to be written before it is.
    private static let batchSize = 256 << 10

    private var service: BroadcastService
    private var effects = ServiceEffects()
    private var splitter = LineSplitter(limit: Packet.lineLimit)
    private let start = Self.monotonicMicroseconds()

    init(settings: NodeSettings) {
        service = BroadcastService(settings: settings)
    }

    /// Serves until the end of input.
    ///
    /// Throws when a stream fails; what was read before is served.
    mutating func run() throws(StandardStream.Failure) {
        // A write to a closed pipe then fails with EPIPE instead of ending the process.
        _ = signal(SIGPIPE, SIG_IGN)
        var buffer = [UInt8](repeating: 0, count: Self.batchSize)
        while true {
            let hasInput = StandardStream.input.wait(milliseconds: millisecondsToDeadline)
            try catchUp()
            guard hasInput, let count = try StandardStream.input.read(into: &buffer) else {
                continue
            }
            if count == 0 { return try finish() }
            splitter.append(buffer[..<count])
            while let line = splitter.next() {
                serve(line)
                if effects.output.count >= Self.batchSize { try catchUp() }
            }
            try flush()
        }
    }

    private mutating func finish() throws(StandardStream.Failure) {
        if let line = splitter.takeRest() { serve(line) }
        try flush()
    }

    private mutating func serve(_ line: LineSplitter.Line) {
        switch line {
        case .whole(let bytes):
            service.receive(bytes, at: now, into: &effects)
        case .tooLong(let count):
            effects.diagnostics.append(
                "line skipped: \(count) bytes; at most \(Packet.lineLimit) are read")
        }
    }

    /// Does what has become due, and writes what waits.
    private mutating func catchUp() throws(StandardStream.Failure) {
        service.fireTimers(at: now, into: &effects)
        try flush()
    }

    private mutating func flush() throws(StandardStream.Failure) {
        for diagnostic in effects.diagnostics {
            StandardError.writeLine("maelstrom-broadcast: \(diagnostic)")
        }
        effects.diagnostics.removeAll()
        try StandardStream.output.write(effects.output)
        effects.output.removeAll(keepingCapacity: true)
    }

    // MARK: Time

    private var now: Instant {
        Instant(microseconds: Self.monotonicMicroseconds() - start)
    }

    /// How long the next deadline is away, rounded up; nil when there is none.
    private var millisecondsToDeadline: Int32? {
        guard let deadline = service.nextDeadline else { return nil }
        let microseconds = max(0, (deadline - now).microseconds)
        return Int32(clamping: (microseconds + 999) / 1_000)
    }

    private static func monotonicMicroseconds() -> Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
    }
}
