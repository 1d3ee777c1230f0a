import Engine

/// Tabs, the log, and the value that is followed.
extension DashboardState {
    /// How many values back the pane of values can be scrolled.
    private static let oldestValue = 5_000

    mutating func toggle(_ wanted: Arrangement) {
        arrangement = arrangement == wanted ? .everything : wanted
        if arrangement == .details {
            notice = "\(keys.label(for: .toggle(.details))) brings the other panes back"
        }
    }

    mutating func nextStepUnit() {
        let place = StepUnit.all.firstIndex(of: stepUnit) ?? -1
        stepUnit = StepUnit.all[(place + 1) % StepUnit.all.count]
        notice = "a step is \(stepUnit.milestone == nil ? "" : "one ")\(stepUnit.name)"
    }

    mutating func nextLogFilter() {
        let ladder = LogFilter.ladder
        let place = ladder.firstIndex { $0.kinds == logFilter.kinds } ?? -1
        filterLog(
            by: LogFilter(kinds: ladder[(place + 1) % ladder.count].kinds, node: logFilter.node))
    }

    mutating func filterLog(by filter: LogFilter) {
        detail = .log
        logFilter = filter
        (logOffset, logEnd) = (0, nil)
        notice = "the log shows \(filter.words)"
    }

    // MARK: Scrolling

    /// Scrolls the log if it is shown, or else the values.
    mutating func scroll(by lines: Int) {
        if detail == .log { scrollLog(by: lines) } else { scrollValues(by: lines) }
    }

    mutating func scrollLog(by lines: Int) {
        logOffset = min(max(0, logOffset - lines), Journal.capacity)
        logEnd = logOffset == 0 ? nil : logEnd ?? closeUp.eventCount
    }

    mutating func scrollValues(by columns: Int) {
        let end = (valuesEnd ?? snapshot.valueCount) + columns
        let oldest = max(0, snapshot.valueCount - Self.oldestValue)
        valuesEnd =
            end >= snapshot.valueCount ? nil : max(end, min(snapshot.valueCount, oldest + 1))
    }

    // MARK: The value that is followed

    mutating func toggleValue() {
        guard selectedValue == nil else {
            selectedValue = nil
            if detail == .value { detail = .inFlight }
            notice = "no value is followed"
            return
        }
        guard let newest = snapshot.recentValues.last else {
            notice = "no value yet"
            return
        }
        follow(newest.value)
    }

    mutating func follow(_ value: ValueID) {
        let newest = snapshot.recentValues.last?.value
        guard value.index <= newest?.index ?? -1 else {
            notice = newest.map { "no value \(value) yet: the newest is \($0)" } ?? "no value yet"
            return
        }
        selectedValue = value
        detail = .value
        notice = "value \(value) is followed; \(keys.label(for: .toggleValue)) lets it go"
    }

    mutating func followSlowestValue() {
        guard let slowest = snapshot.figures.slowestValue else {
            notice = "no value has come everywhere yet"
            return
        }
        follow(slowest)
    }

    /// Follows the value `step` further on, or the newest.
    mutating func moveValue(by step: Int) {
        guard let newest = snapshot.recentValues.last?.value else {
            notice = "no value yet"
            return
        }
        let wanted = (selectedValue?.index).map { $0 + step } ?? newest.index
        follow(ValueID(min(max(0, wanted), newest.index)))
    }
}
