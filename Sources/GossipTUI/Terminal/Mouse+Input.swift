/// Reports of the mouse in the form that all terminals of today share, `CSI < button ; column ; row`
/// and `M` for down or `m` for up.
extension Mouse {
    /// What makes terminals report buttons in that form, and what ends it.
    static let reportsOn = "\u{1b}[?1000h\u{1b}[?1006h"
    static let reportsOff = "\u{1b}[?1006l\u{1b}[?1000l"

    private static let start: [CursesScreen.Input] = [.character("["), .character("<")]

    /// Whether a report begins with `input` and goes on with `rest`. Curses knows the start of
    /// reports from some descriptions of terminals and not from others.
    static func begins(
        _ input: CursesScreen.Input, _ rest: ArraySlice<CursesScreen.Input>
    ) -> Bool {
        input == .mouse || input == .character("\u{1b}") && rest.starts(with: start)
    }

    /// Takes the rest of a report from the start of `inputs`; nil for one that is about anything but
    /// the left button alone, or the wheel.
    static func take(from inputs: inout ArraySlice<CursesScreen.Input>) -> Mouse? {
        if inputs.starts(with: start) { inputs.removeFirst(start.count) }
        let digits = inputs.prefix { input in
            guard case .character(let scalar) = input else { return false }
            return ("0"..."9").contains(scalar) || scalar == ";"
        }
        guard !digits.isEmpty else {
            // The older form, which has three characters of any kind.
            inputs = inputs.dropFirst(3)
            return nil
        }
        inputs.removeFirst(digits.count)
        let end = inputs.popFirst()
        let numbers = String(String.UnicodeScalarView(digits.compactMap(\.scalar)))
            .split(separator: ";").map { Int($0) ?? -1 }
        let isUp = end == .character("m")
        guard isUp || end == .character("M"), numbers.count == 3, numbers[1] > 0, numbers[2] > 0,
            let action = action(ofButton: numbers[0], isUp: isUp)
        else { return nil }
        return Mouse(action: action, column: numbers[1] - 1, row: numbers[2] - 1)
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
    fileprivate var scalar: Unicode.Scalar? {
        if case .character(let scalar) = self { scalar } else { nil }
    }
}
