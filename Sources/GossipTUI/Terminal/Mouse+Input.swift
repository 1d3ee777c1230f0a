/// Reports of the mouse in the form that all terminals of today share, `CSI < button ; column ;
/// row` and `M` for down or `m` for up.
extension Mouse {
    /// What makes terminals report buttons in that form, and what ends it.
    static let reportsOn = "\u{1b}[?1000h\u{1b}[?1006h"
    static let reportsOff = "\u{1b}[?1006l\u{1b}[?1000l"

    /// What follows Esc at the start of a report.
    static let start: [CursesScreen.Input] = [.character("["), .character("<")]

    /// No screen is larger.
    private static let places = 1...65_535

    /// What `report` says, without its start; nil for one that is about anything but the left
    /// button alone, or the wheel, and for one in the older form.
    init?(report: ArraySlice<CursesScreen.Input>) {
        let numbers = String(String.UnicodeScalarView(report.dropLast().compactMap(\.scalar)))
            .split(separator: ";").map { Int($0) ?? -1 }
        let isUp = report.last == .character("m")
        guard isUp || report.last == .character("M"), numbers.count == 3,
            Self.places.contains(numbers[1]), Self.places.contains(numbers[2]),
            let action = Self.action(ofButton: numbers[0], isUp: isUp)
        else { return nil }
        self.init(action: action, column: numbers[1] - 1, row: numbers[2] - 1)
    }

    /// What a button without modifiers does; nil for those that are not used.
    private static func action(ofButton button: Int, isUp: Bool) -> Action? {
        switch button {
        case 0: isUp ? .release : .press
        case 64: .wheelUp
        case 65: .wheelDown
        default: nil
        }
    }
}

extension CursesScreen.Input {
    /// The character; nil for a key with a name.
    var scalar: Unicode.Scalar? {
        if case .character(let scalar) = self { scalar } else { nil }
    }
}
