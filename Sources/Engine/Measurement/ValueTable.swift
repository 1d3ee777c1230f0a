/// What is kept of each value: an entry, and a cell for each node.
///
/// The newest values, of which most is heard, lie in one piece; those before in pages, and a copy
/// of the table shares all pages but those that have changed since. So a copy of a long run, in
/// which most values are everywhere and change no more, is small.
struct ValueTable<Entry: Sendable, Cell: Sendable>: Sendable {
    /// Consecutive values.
    private struct Page: Sendable {
        var entries: [Entry] = []
        /// `nodeCount` for each entry.
        var cells: [Cell] = []
    }

    let nodeCount: Int
    private var pages: [Page] = []
    private var newest = Page()
    /// The number of the first value that is not in a page.
    private var start = 0
    /// How many values make a page: 2 to the power of this.
    private let shift: Int

    /// A page has about so many cells, but no fewer values than are under way at a time, and no
    /// more than make it small.
    private static var fullCells: Int { 262_144 }
    private static var valueCounts: ClosedRange<Int> { 32...512 }

    init(nodeCount: Int) {
        self.nodeCount = nodeCount
        let bounds = Self.valueCounts
        let fitting = Self.fullCells / max(1, nodeCount)
        let values = min(max(bounds.lowerBound, fitting), bounds.upperBound)
        shift = Int.bitWidth - 1 - values.leadingZeroBitCount
    }

    /// How many values there are.
    @inline(__always)
    var count: Int { start + newest.entries.count }

    /// The numbers of all values.
    var indices: Range<Int> { 0..<count }

    /// Adds the next value.
    mutating func append(_ entry: Entry, cells cell: Cell) {
        if newest.entries.count == 2 << shift { turnPage() }
        newest.entries.append(entry)
        newest.cells.append(contentsOf: repeatElement(cell, count: nodeCount))
    }

    /// Makes a page of the older half of the newest values.
    private mutating func turnPage() {
        let half = 1 << shift
        pages.append(
            Page(
                entries: Array(newest.entries[..<half]),
                cells: Array(newest.cells[..<(half * nodeCount)])))
        newest.entries.removeFirst(half)
        newest.cells.removeFirst(half * nodeCount)
        start += half
    }

    /// The entry of a value.
    @inline(__always)
    subscript(value: Int) -> Entry {
        value >= start ? newest.entries[value - start] : pages[value >> shift].entries[value & mask]
    }

    /// Changes the entry of a value in place.
    @inline(__always)
    mutating func update<Result>(_ value: Int, _ change: (inout Entry) -> Result) -> Result {
        if value >= start { return change(&newest.entries[value - start]) }
        return updateOlder(value, change)
    }

    @inline(never)
    private mutating func updateOlder<Result>(
        _ value: Int, _ change: (inout Entry) -> Result
    ) -> Result {
        change(&pages[value >> shift].entries[value & mask])
    }

    /// The cell of a value for a node.
    @inline(__always)
    subscript(value: Int, node: Int) -> Cell {
        get {
            value >= start
                ? newest.cells[(value - start) * nodeCount + node]
                : pages[value >> shift].cells[(value & mask) * nodeCount + node]
        }
        set {
            if value >= start {
                newest.cells[(value - start) * nodeCount + node] = newValue
            } else {
                setOlder(value, node, newValue)
            }
        }
    }

    @inline(never)
    private mutating func setOlder(_ value: Int, _ node: Int, _ cell: Cell) {
        pages[value >> shift].cells[(value & mask) * nodeCount + node] = cell
    }

    private var mask: Int { 1 << shift - 1 }
}
