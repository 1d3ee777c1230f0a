import Foundation

/// A file that a test lets the program read.
struct TemporaryFile {
    let path: String

    /// A new file that says `text`.
    init(_ text: String) throws {
        path = NSTemporaryDirectory() + "race-" + UUID().uuidString
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }
}
