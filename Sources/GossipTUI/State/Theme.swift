/// How meanings look on the screen.
enum Theme: String, CaseIterable, Hashable {
    /// The terminal's own colours, which its user chose to be readable.
    case terminal
    /// The same without anything faint.
    case highContrast = "high-contrast"
    /// Blue-green, yellow and purple in place of green and red.
    case colorBlind = "colour-blind"
    /// Attributes only.
    case monochrome
}
