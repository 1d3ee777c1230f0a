import CTerminalGuard

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The terminal that the program runs in: its screen, its keyboard and its signals.
///
/// One at a time per process. Until it is closed, a crash restores the terminal too, and what is
/// written to standard error is held back. Only `kill -9` leaves the terminal as it is.
final class Terminal {
    private(set) var columns: Int
    private(set) var rows: Int
    /// Which glyphs it shows; any others appear as question marks.
    let glyphs: GlyphSet
    private(set) var screen: CursesScreen
    /// The descriptor that signals arrive on, one byte each.
    let signals: Int32
    /// What the screen shows; nil if that is not known.
    private var shown: Canvas?
    private var isOpen = true
    var keyReader = KeyReader()

    /// Takes the terminal.
    ///
    /// - Parameters:
    ///   - glyphs: What to show; nil leaves that to the environment.
    ///   - theme: How it looks, where there are colours.
    static func open(
        glyphs: GlyphSet? = nil, theme: Theme = .terminal
    ) throws(TerminalError) -> Terminal {
        guard isatty(STDIN_FILENO) == 1 else { throw .notATerminal(stream: "standard input") }
        guard isatty(STDOUT_FILENO) == 1 else { throw .notATerminal(stream: "standard output") }
        guard let typeName = Environment.value(of: "TERM") else { throw .typeNotSet }
        // In any case, since curses goes by the encoding that this adopts.
        let usual = GlyphSet.adoptingEnvironment()
        let undo = try CursesScreen.undoing(typeName: typeName)
        // Both before curses starts, which would otherwise put its own handlers in place.
        guard unsafe terminal_guard_arm(STDOUT_FILENO, undo, undo.count) == 0 else {
            throw .refused
        }
        let signals = terminal_signals_open()
        guard signals >= 0 else { throw .refused }
        return try Terminal(glyphs: glyphs ?? usual, theme: theme, signals: signals)
    }

    private init(glyphs: GlyphSet, theme: Theme, signals: Int32) throws(TerminalError) {
        terminal_guard_enter()
        do throws(TerminalError) {
            screen = try CursesScreen(
                sendsUnicode: glyphs != .ascii,
                usesColor: Environment.value(of: "NO_COLOR") == nil, theme: theme)
        } catch {
            terminal_guard_leave()
            terminal_signals_close()
            throw error
        }
        self.glyphs = glyphs
        self.signals = signals
        (columns, rows) = screen.size
        adoptSize()
    }

    /// Whether clicks come to the program, where the terminal reports them.
    var usesMouse: Bool {
        get { screen.reportsMouse }
        set { screen.reportsMouse = newValue }
    }

    /// How styles look; where there are no colours they look monochrome.
    var theme: Theme {
        get { screen.theme }
        set {
            guard newValue != screen.theme else { return }
            screen.theme = newValue
            shown = nil
        }
    }

    deinit { close() }

    /// Makes the screen show the canvas, as far as it fits.
    func present(_ canvas: Canvas) {
        guard isOpen else { return }
        if !screen.isRaised { terminal_guard_enter() }
        let old = shown?.columns == canvas.columns ? shown : nil
        if old == nil { screen.invalidate() }
        for row in 0..<min(canvas.rows, rows) {
            let cells = canvas.row(row).prefix(columns)
            let former = old.flatMap { row < $0.rows ? $0.row(row) : nil }
            guard let changed = Self.changedPlaces(of: cells, since: former) else { continue }
            screen.stage(
                cells[changed], column: changed.lowerBound - cells.startIndex, row: row)
        }
        screen.flush()
        shown = canvas
    }

    /// From the first cell that differs to the last one; nil when none does.
    private static func changedPlaces(
        of cells: ArraySlice<Cell>, since former: ArraySlice<Cell>?
    ) -> ClosedRange<Int>? {
        guard let former else { return cells.isEmpty ? nil : cells.startIndex...cells.endIndex - 1 }
        let pairs = zip(cells.indices, zip(cells, former))
        guard let first = pairs.first(where: { $1.0 != $1.1 })?.0 else { return nil }
        let shift = former.startIndex - cells.startIndex
        let last = (first..<cells.endIndex).last { cells[$0] != former[$0 + shift] }
        return first...(last ?? first)
    }

    /// Takes over the size that the terminal has by now; true if it is another one.
    @discardableResult
    func adoptSize() -> Bool {
        var window = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 else { return false }
        // A serial line reports nothing.
        guard window.ws_col > 0, window.ws_row > 0 else { return false }
        guard (Int(window.ws_col), Int(window.ws_row)) != (columns, rows) else { return false }
        screen.resize(columns: Int(window.ws_col), rows: Int(window.ws_row))
        (columns, rows) = screen.size
        shown = nil
        return true
    }

    /// Gives the terminal back to whoever had it before; the next `present` takes it again.
    func leave() {
        screen.leave()
        terminal_guard_leave()
        shown = nil
    }

    /// Restores the terminal and lets out what was held back of standard error. Once is enough.
    func close() {
        guard isOpen else { return }
        isOpen = false
        leave()
        terminal_signals_close()
    }

    /// Ends the process by a signal, so that its parent sees which.
    static func die(of signal: Int32) -> Never { terminal_signals_die_of(signal) }
}
