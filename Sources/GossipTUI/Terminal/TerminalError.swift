/// Why the dashboard cannot have the terminal, and what would be right.
enum TerminalError: Error, Hashable, CustomStringConvertible {
    /// Standard input or standard output, as named, is something else.
    case notATerminal(stream: String)
    case typeNotSet
    case typeUnknown(String)
    /// The type of terminal has no way to place text.
    case typeTooSimple(String)
    /// The system refused; no reason is known.
    case refused

    var description: String {
        switch self {
        case .notATerminal(let stream):
            """
            \(stream) is not a terminal: run it in a terminal, or use --print 120x40 for one \
            frame as text
            """
        case .typeNotSet:
            "TERM is not set: it should name the type of this terminal, such as xterm-256color"
        case .typeUnknown(let name):
            """
            TERM=\(name) is not described on this system: install its description (Debian, \
            Ubuntu: apt-get install ncurses-term), or try TERM=xterm-256color
            """
        case .typeTooSimple(let name):
            """
            TERM=\(name) cannot place text on the screen: set TERM to this terminal's type, such \
            as xterm-256color, or use --print 120x40 for one frame as text
            """
        case .refused:
            "the terminal could not be set up: try TERM=xterm-256color, or another terminal"
        }
    }
}
