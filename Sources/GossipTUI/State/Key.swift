/// A key press, or a button of the mouse, as the terminal reports it.
enum Key: Hashable {
    case character(Character)
    case up
    case down
    case left
    case right
    case escape
    case enter
    case backspace
    case backTab
    case pageUp
    case pageDown
    case delete
    case mouse(Mouse)
    /// Control and a letter, lower case.
    case control(Character)
}
