/// Which pane goes where on a screen of a given size; what has no room becomes a line, or nothing.
struct ScreenLayout: Hashable {
    /// A pane with a frame.
    struct Slot: Hashable {
        var pane: PaneKind
        /// Border included; it shares its upper edge with the slot above unless `isFirst`.
        var frame: Rect
        var isFirst: Bool
    }

    /// A pane that is down to one line.
    struct Line: Hashable {
        var pane: PaneKind
        var row: Int
    }

    let columns: Int
    let rows: Int
    private let lessonRows: Int
    /// The pane that a chapter of the lesson wants beside the cluster; nil for the usual ones.
    private let companion: PaneKind?
    private(set) var slots: [Slot] = []
    private(set) var lines: [Line] = []

    /// The fewest columns and rows that a picture of the cluster makes sense in.
    private static let smallestCluster = (columns: 28, rows: 6)
    /// The rows that latency and traffic need for all that they have to say.
    private static let fullLatency = 10
    private static let fullTraffic = 4

    init(
        columns: Int, rows: Int, nodeCount: Int, arrangement: Arrangement = .everything,
        lessonRows: Int = 0, companion: PaneKind? = nil
    ) {
        self.columns = columns
        self.rows = rows
        self.lessonRows = lessonRows
        self.companion = companion
        if arrangement == .details && columns >= 20 && bodyRows >= 4 {
            stack([(.details, bodyRows - 2)], column: 0, columns: columns)
        } else if arrangement == .projector && columns >= 70 && bodyRows >= 16 {
            let right = min(max(32, columns * 38 / 100), 60)
            stack([(.cluster, bodyRows - 2)], column: 0, columns: columns - right)
            stack([(.figures, bodyRows - 2)], column: columns - right, columns: right)
        } else if columns >= 150 && (16..<30).contains(bodyRows) {
            layOutThreeColumns(nodeCount: nodeCount)
        } else if columns >= 96 && bodyRows >= 28 {
            layOutTwoColumns(nodeCount: nodeCount)
        } else if columns >= 96 && (16..<28).contains(bodyRows) {
            layOutShortColumns()
        } else if lessonRows > 0 && columns >= 70 && bodyRows >= 5 {
            layOutPair()
        } else if columns >= Self.smallestCluster.columns + 2
            && bodyRows >= Self.smallestCluster.rows + 4 && (lessonRows == 0 || bodyRows >= 14)
        {
            layOutOneColumn(nodeCount: nodeCount)
        } else if lessonRows > 0 && columns >= 30 && bodyRows >= 5 {
            stack([(.cluster, bodyRows - 2)], column: 0, columns: columns)
        } else {
            addLines([.latency, .traffic, .values, .details, .cluster], row: 1)
        }
    }

    /// The layout of the screen as it is.
    init(_ state: DashboardState) {
        self.init(
            columns: state.columns, rows: state.rows,
            nodeCount: state.snapshot.scenario.nodeCount, arrangement: state.arrangement,
            lessonRows: state.lesson.map { _ in LessonBox.rows(onScreenOf: state.rows) } ?? 0,
            companion: state.lesson?.chapter.companion)
    }

    /// Where the lesson speaks, below the panes; empty outside of it.
    var lesson: Rect {
        Rect(column: 0, row: 1 + bodyRows, columns: columns, rows: lessonRows)
    }

    /// Where menus open: over the picture of the cluster, if there is one.
    var overlayArea: Rect {
        slots.first { $0.pane == .cluster }?.frame.inner
            ?? Rect(column: 0, row: 0, columns: columns, rows: rows)
    }

    /// The row of the keys; nil where a figure is worth more.
    var footerRow: Int? { rows >= 4 ? rows - 1 : nil }

    /// The row of the time line; nil where there is no room for it.
    var timeLineRow: Int? { rows >= 24 && columns >= 40 ? rows - 2 : nil }

    /// All between header and time line or footer.
    var body: Rect { Rect(column: 0, row: 1, columns: columns, rows: bodyRows) }

    /// The rows between header and time line or footer.
    private var bodyRows: Int { max(0, (timeLineRow ?? footerRow ?? rows) - 1 - lessonRows) }

    /// Cluster over values; latency over traffic over what is in flight.
    private mutating func layOutTwoColumns(nodeCount: Int) {
        let right = min(max(48, columns * 42 / 100), 84)
        let valueRows = Self.valueRows(nodeCount: nodeCount, atMost: (bodyRows - 2) / 2)
        stack(
            [(.cluster, bodyRows - 3 - valueRows), (.values, valueRows)],
            column: 0, columns: columns - right)
        let rest = bodyRows - 4
        let trafficRows = Self.fullTraffic + (rest >= 32 ? 2 : 0) + (rest >= 48 ? 2 : 0)
        let latencyRows = max(Self.fullLatency, rest * 42 / 100)
        stack(
            [
                (.latency, latencyRows), (.traffic, trafficRows),
                (.details, rest - latencyRows - trafficRows),
            ],
            column: columns - right, columns: right)
    }

    /// Cluster; values over what is in flight; latency over traffic.
    private mutating func layOutThreeColumns(nodeCount: Int) {
        let side = columns * 31 / 100
        stack([(.cluster, bodyRows - 2)], column: 0, columns: columns - 2 * side)
        let rest = bodyRows - 3
        let valueRows = Self.valueRows(nodeCount: nodeCount, atMost: rest * 6 / 10)
        stack(
            [(.values, valueRows), (.details, rest - valueRows)],
            column: columns - 2 * side, columns: side)
        stack(
            [(.latency, rest - Self.fullTraffic), (.traffic, Self.fullTraffic)],
            column: columns - side, columns: side)
    }

    /// Cluster beside latency over traffic; a line each for the others.
    private mutating func layOutShortColumns() {
        let side = min(max(48, columns * 42 / 100), 84)
        let height = bodyRows - 2
        let upper = companion == .values || companion == .details ? companion : nil
        stack([(.cluster, height - 2)], column: 0, columns: columns - side)
        stack(
            [(upper ?? .latency, height - 3 - Self.fullTraffic), (.traffic, Self.fullTraffic)],
            column: columns - side, columns: side)
        let others: [PaneKind] = [.latency, .values, .details]
        addLines(Array(others.filter { $0 != upper ?? .latency }.prefix(2)), row: 1 + height)
    }

    /// Cluster beside what a chapter is about; latency and traffic in a line each, if there is
    /// room.
    private mutating func layOutPair() {
        let lineCount = bodyRows >= 14 ? 2 : 0
        let height = bodyRows - lineCount
        let side = companion == nil ? 0 : columns * 47 / 100
        stack([(.cluster, height - 2)], column: 0, columns: columns - side)
        if let companion {
            stack([(companion, height - 2)], column: columns - side, columns: side)
        }
        let others: [PaneKind] = [.latency, .traffic, .values]
        addLines(
            Array(others.filter { $0 != companion }.prefix(lineCount)), row: 1 + height)
    }

    /// The cluster over as many panes as leave it enough room; a line each for the others.
    private mutating func layOutOneColumn(nodeCount: Int) {
        let isTight = bodyRows < Self.smallestCluster.rows + 6
        var asLines: [PaneKind] =
            isTight
            ? [.latency, .traffic]
            : [
                .values, .details, .latency, .traffic,
            ]
        var clusterRows = bodyRows - asLines.count - 2
        var below: [(PaneKind, Int)] = []
        let wishes: [(PaneKind, Int)] = [
            (.latency, Self.fullLatency), (.traffic, Self.fullTraffic),
            (.values, nodeCount <= 8 ? nodeCount : min(13, (nodeCount + 1) / 2)), (.details, 5),
        ]
        for (pane, paneRows) in wishes where clusterRows - paneRows >= 14 {
            clusterRows -= paneRows
            below.append((pane, paneRows))
            asLines.removeAll { $0 == pane }
        }
        stack([(.cluster, clusterRows)] + below, column: 0, columns: columns)
        addLines(asLines, row: 1 + bodyRows - asLines.count)
    }

    /// Puts panes with the given rows inside their frames one below the other, from row 1.
    private mutating func stack(_ panes: [(PaneKind, Int)], column: Int, columns: Int) {
        var row = 1
        for (pane, insideRows) in panes {
            let frame = Rect(column: column, row: row, columns: columns, rows: insideRows + 2)
            slots.append(Slot(pane: pane, frame: frame, isFirst: row == 1))
            row += insideRows + 1
        }
    }

    /// Gives panes a line each, from `row` down to the footer.
    private mutating func addLines(_ panes: [PaneKind], row: Int) {
        for (offset, pane) in panes.enumerated() where row + offset < 1 + bodyRows {
            lines.append(Line(pane: pane, row: row + offset))
        }
    }

    /// The rows for the values of all nodes: one per node, or per two, or fewer.
    private static func valueRows(nodeCount: Int, atMost limit: Int) -> Int {
        let pairs = (nodeCount + 1) / 2
        return [nodeCount, pairs].first { $0 <= limit } ?? limit * 4 / 5
    }
}
