/// The straight way between the middles of two cells, in steps of one dot.
///
/// Both ways between two cells lead over the same dots.
struct LinkPath {
    /// How many dots a cell is divided into.
    struct Grain: Hashable {
        let across: Int
        let down: Int

        /// The dots of a braille glyph.
        static let braille = Grain(across: 2, down: 4)
        /// One dot per cell.
        static let cell = Grain(across: 1, down: 1)
    }

    /// The four directions, clockwise.
    enum Heading: Int {
        case right
        case down
        case left
        case up
    }

    /// The number of the last step; the first is 0.
    let lastStep: Int
    private let grain: Grain
    /// Whether step 0 is at the end that was asked for as the last.
    private let isReversed: Bool
    /// Where step 0 is, and how far a step leads, in dots times 65,536.
    private let start: (x: Int, y: Int)
    private let slope: (x: Int, y: Int)

    init(from: Point, to: Point, grain: Grain) {
        self.grain = grain
        isReversed = (to.row, to.column) < (from.row, from.column)
        let first = Self.middle(of: isReversed ? to : from, grain: grain)
        let last = Self.middle(of: isReversed ? from : to, grain: grain)
        let distance = (x: last.x - first.x, y: last.y - first.y)
        lastStep = max(abs(distance.x), abs(distance.y))
        let steps = max(1, lastStep)
        start = (first.x * Self.one + Self.one / 2, first.y * Self.one + Self.one / 2)
        slope = (distance.x * Self.one / steps, distance.y * Self.one / steps)
    }

    /// The one of the four directions that is nearest, a cell being twice as high as wide.
    var heading: Heading {
        let sign = isReversed ? -1 : 1
        let across = sign * slope.x * grain.down
        let down = sign * slope.y * grain.across * 2
        if abs(across) >= abs(down) { return across >= 0 ? .right : .left }
        return down >= 0 ? .down : .up
    }

    /// Whether it is longer across than down, in dots.
    var isFlat: Bool { abs(slope.x) >= abs(slope.y) }

    /// Whether it falls from left to right.
    var isFalling: Bool { (slope.x >= 0) == (slope.y >= 0) }

    /// Where the way is after `step` steps, in dots.
    func dot(at step: Int) -> (x: Int, y: Int) {
        let step = isReversed ? lastStep - step : step
        return ((start.x + step * slope.x) >> 16, (start.y + step * slope.y) >> 16)
    }

    func cell(at step: Int) -> Point {
        let dot = dot(at: step)
        return Point(column: dot.x / grain.across, row: dot.y / grain.down)
    }

    private static let one = 1 << 16

    private static func middle(of cell: Point, grain: Grain) -> (x: Int, y: Int) {
        (cell.column * grain.across, cell.row * grain.down + (grain.down - 1) / 2)
    }
}
