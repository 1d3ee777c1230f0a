/// A key press, as the terminal reports it.
enum Key: Hashable {
    case character(Character)
    case up
    case down
    case left
    case right
    case escape
    case enter
    case backspace
    /// Control and a letter, lower case.
    case control(Character)
}
