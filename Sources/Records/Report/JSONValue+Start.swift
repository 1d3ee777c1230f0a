public import Maelstrom

extension JSONValue {
    /// The JSON that `text` is, or else that its first line is, as in a trace.
    ///
    /// Throws the error about the text as a whole.
    public init(startOf text: String) throws {
        do {
            self = try JSONValue(parsing: Array(text.utf8)[...])
        } catch {
            let line = text.prefix { !$0.isNewline }
            guard let start = try? JSONValue(parsing: Array(line.utf8)[...]) else { throw error }
            self = start
        }
    }
}
