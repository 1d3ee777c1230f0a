import ArgumentParser

extension Speed {
    /// Reads a multiple of the wall clock's pace, such as `0.25` or `x100`.
    init(text: String) throws {
        let label = text.hasPrefix("x") ? text : "x\(text)"
        guard let speed = Speed.all.first(where: { $0.label == label }) else {
            let labels = Speed.all.map(\.label).joined(separator: " ")
            throw ValidationError("there is no speed '\(text)', but \(labels)")
        }
        self = speed
    }
}
