import CTerminalGuard

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension Terminal {
    /// What has reached the program, oldest first, signals before keys; waits for it at most so
    /// long, or for as long as it takes if `limit` is nil.
    ///
    /// Ctrl-Z is dealt with in here: it returns once the program goes on.
    func events(waitingAtMost limit: Duration?) -> [TerminalEvent] {
        var sources = [
            pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
            pollfd(fd: signals, events: Int16(POLLIN), revents: 0),
        ]
        // A signal cuts this short, but is in the pipe by then.
        unsafe poll(&sources, nfds_t(sources.count), limit?.milliseconds ?? -1)
        var events = takeSignals()
        if sources[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 {
            events.append(.terminated(signal: SIGHUP))
            return events
        }
        if screen.isRaised { events += takeKeys().map(TerminalEvent.key) }
        return events
    }

    private func takeSignals() -> [TerminalEvent] {
        var events: [TerminalEvent] = []
        var hasResumed = false
        var byte: UInt8 = 0
        while unsafe read(signals, &byte, 1) == 1 {
            switch Int32(byte) {
            case SIGINT: events.append(.interrupted)
            case SIGTSTP:
                leave()
                terminal_signals_stop_self()
                hasResumed = true
            case SIGCONT:
                // Whoever had the terminal meanwhile may have left anything on it.
                leave()
                hasResumed = true
            case SIGWINCH: break
            case let number: events.append(.terminated(signal: number))
            }
        }
        if hasResumed { events.append(.resumed) }
        if adoptSize() { events.append(.resized(columns: columns, rows: rows)) }
        return events
    }

    private func takeKeys() -> [Key] {
        var inputs: [CursesScreen.Input] = []
        while let input = screen.read() { inputs.append(input) }
        return keyReader.keys(in: inputs, at: .now)
    }
}

extension Duration {
    /// In whole milliseconds, rounded up, since a wait cut short would only begin again.
    fileprivate var milliseconds: Int32 {
        let (seconds, attoseconds) = components
        let rest = Double(seconds) * 1e3 + Double(attoseconds) / 1e15
        return Int32(min(max(0, rest.rounded(.up)), Double(Int32.max)))
    }
}
