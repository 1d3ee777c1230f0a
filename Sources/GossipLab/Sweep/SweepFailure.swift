/// Why a sweep could not begin or go on: a sentence that names the option and what helps.
struct SweepFailure: Error, CustomStringConvertible {
    let description: String

    /// The failure in these words.
    init(_ description: String) {
        self.description = description
    }
}
