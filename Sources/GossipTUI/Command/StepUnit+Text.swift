import ArgumentParser
import ScenarioOptions

extension StepUnit {
    /// Reads `event`, `delivery`, `batch`, or a time such as `50ms`.
    init(text: String) throws {
        if let unit = Self.all.first(where: { $0.name == text }) {
            self = unit
            return
        }
        guard let span = try? OptionText.duration(text), span > .zero else {
            throw ValidationError(
                "'\(text)' is no step: it is event, delivery, batch or a time such as 50ms")
        }
        self = .time(span)
    }
}
