/// What the mouse did.
struct Mouse: Hashable {
    enum Action: Hashable {
        case press
        case release
        case wheelUp
        case wheelDown
    }

    let action: Action
    /// The cell under the pointer; the top left one of the screen is (0, 0).
    let column: Int
    let row: Int
}
