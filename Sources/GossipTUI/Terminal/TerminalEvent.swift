/// What reaches the program through its terminal.
enum TerminalEvent: Hashable {
    case key(Key)
    /// The size changed.
    case resized(columns: Int, rows: Int)
    /// The program was stopped and goes on; the screen is blank until the next frame.
    case resumed
    /// Ctrl-C: end as if by choice.
    case interrupted
    /// A signal asks the program to end; it is to die of it (`Terminal.die(of:)`) once the terminal
    /// is closed. A lost terminal reads as SIGHUP.
    case terminated(signal: Int32)
}
