import CNcurses

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The screen and the keyboard through curses; the one file that speaks to it.
@safe struct CursesScreen {
    /// How styles look, where there are colours.
    var theme: Theme {
        didSet { if theme != oldValue { pens = Self.pens(of: hasColor ? theme : .monochrome) } }
    }
    let hasColor: Bool
    /// Whether the terminal is in curses' hands.
    private(set) var isRaised = true
    /// Whether glyphs beyond ASCII may be sent.
    private let sendsUnicode: Bool
    private let keyboard: UnsafeMutableRawPointer
    /// How curses is told of a style.
    private var pens: [Style: Pen]
    /// The cells of the row being staged.
    private var staged: [cchar_t] = []

    private struct Pen {
        var attributes: attr_t
        var pair: Int16
    }

    /// What curses reads from the keyboard: a character, or the number of a key that has none.
    enum Input: Hashable {
        case character(Unicode.Scalar)
        case up
        case down
        case left
        case right
        case enter
        case backspace
        case backTab
        case pageUp
        case pageDown
        case delete
        /// How a report of the mouse begins, where curses knows that.
        case mouse
        case other
    }

    /// Raises the screen.
    init(sendsUnicode: Bool, usesColor: Bool, theme: Theme) throws(TerminalError) {
        // Streams of its own, so that nothing else can mix in.
        guard let output = unsafe fdopen(dup(1), "w"), let input = unsafe fdopen(dup(0), "r"),
            let screen = unsafe newterm(nil, output, input)
        else { throw .refused }
        unsafe set_term(screen)
        guard let keyboard = unsafe curses_keyboard() else {
            endwin()
            throw .refused
        }
        cbreak()
        noecho()
        nonl()
        Self.keepQueues()
        curs_set(0)
        // A lone Esc is told from a sequence by what follows within this many milliseconds.
        set_escdelay(25)
        unsafe leaveok(curses_screen(), true)
        // Keys are waited for elsewhere; curses would look for one every few rows that it sends.
        typeahead(-1)
        let hasColor =
            usesColor && has_colors() && start_color() == OK && use_default_colors() == OK
        if hasColor {
            for color in Look.Color.allCases { init_pair(color.rawValue, color.rawValue, -1) }
        }
        self.theme = theme
        self.hasColor = hasColor
        self.sendsUnicode = sendsUnicode
        unsafe self.keyboard = keyboard
        pens = Self.pens(of: hasColor ? theme : .monochrome)
        // Curses passes on what it sends after every move of the cursor, a hundred times a frame,
        // until it has come back from outside for the first time. The next flush brings it back.
        endwin()
        sendMouseMode(true)
    }

    /// Keeps the terminal from dropping what it has not read or shown yet when Ctrl-C or Ctrl-Z is
    /// pressed: half a frame would leave its colours behind, and a read would wait for a key that
    /// is gone.
    private static func keepQueues() {
        var modes = termios()
        guard unsafe tcgetattr(STDIN_FILENO, &modes) == 0 else { return }
        modes.c_lflag |= tcflag_t(NOFLSH)
        unsafe tcsetattr(STDIN_FILENO, TCSANOW, &modes)
        def_prog_mode()
    }

    private static func pens(of theme: Theme) -> [Style: Pen] {
        Dictionary(
            uniqueKeysWithValues: Style.allCases.map { ($0, pen(for: theme.look(of: $0))) })
    }

    private static func pen(for look: Look) -> Pen {
        var pen = Pen(attributes: 0, pair: look.color?.rawValue ?? 0)
        if look.attributes.contains(.bold) { pen.attributes |= curses_bold() }
        if look.attributes.contains(.dim) { pen.attributes |= curses_dim() }
        if look.attributes.contains(.underline) { pen.attributes |= curses_underline() }
        if look.attributes.contains(.reverse) { pen.attributes |= curses_reverse() }
        return pen
    }

    /// Whether the terminal says what the mouse does, if it can.
    var reportsMouse = true {
        didSet { if reportsMouse != oldValue && isRaised { sendMouseMode(reportsMouse) } }
    }

    /// Tells the terminal whether to report the mouse.
    private func sendMouseMode(_ isOn: Bool) {
        guard Self.capability("kmous") != nil else { return }
        Self.send(Array((isOn ? Mouse.reportsOn : Mouse.reportsOff).utf8))
    }

    /// Sends `bytes` as they are; nothing can be done if the terminal does not take them.
    private static func send(_ bytes: [UInt8]) {
        _ = unsafe write(STDOUT_FILENO, bytes, bytes.count)
    }

    /// Gives the terminal back; the next `flush` takes it again.
    mutating func leave() {
        guard isRaised else { return }
        isRaised = false
        endwin()
        if reportsMouse { sendMouseMode(false) }
    }

    /// The size as curses has it, at least 1 by 1.
    var size: (columns: Int, rows: Int) {
        unsafe (Int(getmaxx(curses_screen())), Int(getmaxy(curses_screen())))
    }

    func resize(columns: Int, rows: Int) {
        resizeterm(Int32(clamping: rows), Int32(clamping: columns))
    }

    /// Forgets what the terminal shows, so that the next `flush` paints all of it.
    func invalidate() {
        unsafe werase(curses_screen())
        unsafe clearok(curses_shown(), true)
    }

    /// Sets cells of a row from a column on; those beyond the right edge are dropped.
    mutating func stage(_ cells: ArraySlice<Cell>, column: Int, row: Int) {
        staged.removeAll(keepingCapacity: true)
        var style: Style?
        var pen = Pen(attributes: 0, pair: 0)
        for cell in cells {
            // Rows are runs of one style: look it up once a run.
            if cell.style != style {
                style = cell.style
                pen = pens[cell.style] ?? pen
            }
            staged.append(curses_cell(sendable(cell.glyph), pen.attributes, pen.pair))
        }
        unsafe mvwadd_wchnstr(
            curses_screen(), Int32(clamping: row), Int32(clamping: column), staged,
            Int32(clamping: staged.count))
    }

    /// The glyph, or a question mark if it would not take one column.
    private func sendable(_ glyph: Unicode.Scalar) -> wchar_t {
        let character = wchar_t(bitPattern: glyph.value)
        let isSendable = glyph.isASCII || sendsUnicode
        return isSendable && wcwidth(character) == 1 ? character : 0x3f
    }

    /// Makes the terminal show what was staged.
    mutating func flush() {
        let isTaken = !isRaised
        isRaised = true
        unsafe wnoutrefresh(curses_screen())
        doupdate()
        // Not before, for in the background the terminal stops who takes it.
        if isTaken && reportsMouse { sendMouseMode(true) }
    }

    /// The next key that waits to be read; nil if none does.
    func read() -> Input? {
        var code: wint_t = 0
        switch unsafe curses_read(keyboard, &code) {
        case OK: return Unicode.Scalar(UInt32(code)).map(Input.character) ?? .other
        case KEY_CODE_YES: return Self.input(keyCode: Int32(clamping: code))
        default: return nil
        }
    }

    private static func input(keyCode: Int32) -> Input {
        switch keyCode {
        case KEY_UP: .up
        case KEY_DOWN: .down
        case KEY_LEFT: .left
        case KEY_RIGHT: .right
        case KEY_ENTER: .enter
        case KEY_BACKSPACE: .backspace
        case KEY_HOME: .character("\u{01}")
        case KEY_END: .character("\u{05}")
        case KEY_BTAB: .backTab
        case KEY_PPAGE: .pageUp
        case KEY_NPAGE: .pageDown
        case KEY_DC: .delete
        case KEY_MOUSE: .mouse
        default: .other
        }
    }

    /// What undoes all that curses does to the screen, if the type of terminal, `name`, is fit for
    /// a dashboard.
    static func undoing(typeName name: String) throws(TerminalError) -> [UInt8] {
        var status: Int32 = 0
        guard unsafe setupterm(nil, 1, &status) == OK else { throw .typeUnknown(name) }
        guard capability("cup") != nil, capability("clear") != nil else {
            throw .typeTooSimple(name)
        }
        let mouseOff = capability("kmous") == nil ? [] : Array(Mouse.reportsOff.utf8)
        return ["sgr0", "op", "rmacs", "rmir", "rmkx", "cnorm", "rmcup"]
            .flatMap { capability($0) ?? [] } + mouseOff
    }

    /// A string of the terminal's description, without its marks for delays (`$<5/>`).
    private static func capability(_ name: String) -> [UInt8]? {
        guard let text = unsafe curses_capability(name) else { return nil }
        var bytes: [UInt8] = []
        var rest = unsafe String(cString: text).utf8[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
                let end = rest.firstIndex(of: UInt8(ascii: ">"))
            {
                rest = rest[rest.index(after: end)...]
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }
}
