import Records
import ScenarioOptions

/// Where a trace goes: standard output, or a file that has its name only when it is whole.
struct TraceOutput: ~Copyable {
    private static let blockLength = 1 << 16

    private let path: String?
    private var file: NewFile?
    /// What has not been written yet.
    private var block: [UInt8] = []

    /// Begins the file at `path`, in place of a former trace if that begins with one of `starts`;
    /// nil for standard output.
    init(path: String?, inPlaceOf starts: [String]) throws {
        self.path = path
        do {
            if let path { file = try NewFile(path: path, inPlaceOf: starts) }
        } catch {
            throw InputFailure("'--output \(path ?? "")' cannot be made: \(error).")
        }
    }

    /// Adds what `append` appends to the bytes it is given.
    mutating func add(_ append: (inout [UInt8]) -> Void) throws {
        append(&block)
        if block.count >= Self.blockLength { try flush() }
    }

    /// Writes what has not been written yet.
    mutating func flush() throws {
        guard !block.isEmpty else { return }
        if file == nil {
            try StandardOutput.write(block)
        } else {
            do {
                try file?.write(block)
            } catch {
                throw failure(error)
            }
        }
        block.removeAll(keepingCapacity: true)
    }

    /// Writes the rest, and gives the file its name.
    consuming func finish() throws {
        try flush()
        do {
            try file.take()?.finish()
        } catch {
            throw failure(error)
        }
    }

    private func failure(_ failure: SystemFailure) -> InputFailure {
        InputFailure(
            "'--output \(path ?? "")' cannot be written: \(failure): make room, or name a file "
                + "elsewhere.")
    }
}
