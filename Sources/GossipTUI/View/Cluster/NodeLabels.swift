import Engine

/// What stands beside the glyphs of nodes: names, sides of a partition, marks of self-loops.
///
/// All of it where there is room for all; else less of it, the same for every node.
struct NodeLabels {
    /// One piece of a label.
    struct Part: Hashable {
        enum Kind: Hashable {
            case name
            case side
            case selfLoop
        }

        let kind: Kind
        let point: Point
        let text: String
    }

    /// What there is to say of a node.
    struct Facts: Hashable {
        let name: String
        /// The side of the partition, `B`; nil when the cluster is whole.
        let side: String?
        let selfLoop: String?
    }

    /// Entry i holds the pieces of node i's label.
    private(set) var parts: [[Part]] = []
    /// Whether names are shown.
    private(set) var hasNames = false
    /// The node whose glyph or label is in a cell, row by row; -1 for none.
    private var owners: [Int]
    private let columns: Int
    private let rows: Int

    /// The labels of nodes that stand as `layout` has it in a picture of `size`; with `mayOverlap`,
    /// names stay whatever they touch, so that the eye can follow nodes that move.
    init(
        _ facts: [Facts], layout: ClusterLayout, size: Canvas, tag: String,
        mayOverlap: Bool = false
    ) {
        columns = size.columns
        rows = size.rows
        owners = []
        for form in Form.allCases {
            owners = [Int](repeating: -1, count: columns * rows)
            parts = zip(facts, layout.places).map { form.parts($0, at: $1, tag: tag) }
            hasNames = form != .sideOnly && form != .nothing
            if claimCells(layout, mayOverlap: mayOverlap) { return }
        }
    }

    /// Whether a glyph or a label is in a cell.
    func covers(_ cell: Point) -> Bool { owners[cell.row * columns + cell.column] >= 0 }

    /// Takes the cells of all glyphs and labels; false when one would touch another or leave the
    /// picture.
    private mutating func claimCells(_ layout: ClusterLayout, mayOverlap: Bool) -> Bool {
        for (node, place) in layout.places.enumerated() {
            owners[place.point.row * columns + place.point.column] = node
        }
        for (node, pieces) in parts.enumerated() {
            for piece in pieces {
                let first = piece.point.column
                let last = first + piece.text.unicodeScalars.count - 1
                let row = piece.point.row
                if mayOverlap { continue }
                guard first >= 0, last < columns, row < rows else { return false }
                let around = max(0, first - 1)...min(columns - 1, last + 1)
                let isFree = around.allSatisfy { column in
                    let owner = owners[row * columns + column]
                    return owner < 0 || owner == node
                }
                guard isFree else { return false }
                for column in first...last { owners[row * columns + column] = node }
            }
        }
        return true
    }
}

extension NodeLabels {
    /// How much a label says.
    private enum Form: CaseIterable {
        /// `n3·B`
        case roomy
        /// `n3B`; below a glyph `n3`, and `B` beside the glyph.
        case tight
        /// `n3`
        case nameOnly
        /// `B`
        case sideOnly
        case nothing

        func parts(_ facts: Facts, at place: ClusterLayout.Place, tag: String) -> [Part] {
            let beside = Point(column: place.point.column + 1, row: place.point.row)
            let side: [Piece] = facts.side.map { [(.side, $0)] } ?? []
            let loop: [Piece] = facts.selfLoop.map { [(.selfLoop, $0)] } ?? []
            var name: [Piece] = [(.name, facts.name)]
            var besideGlyph: [Piece] = []
            switch self {
            case .roomy: name += side.map { ($0.kind, tag + $0.text) }
            case .tight where place.nameSide == .below: besideGlyph = side
            case .tight: name += side
            case .nameOnly: break
            case .sideOnly: return Self.line(of: side, from: beside)
            case .nothing: return []
            }
            switch place.nameSide {
            case .right: return Self.line(of: name + loop, from: beside)
            case .left:
                let width = (loop + name).reduce(0) { $0 + $1.text.unicodeScalars.count }
                let start = Point(column: place.point.column - width, row: place.point.row)
                return Self.line(of: loop + name, from: start)
            case .below:
                let half = facts.name.unicodeScalars.count / 2
                let start = Point(column: place.point.column - half, row: place.point.row + 1)
                return Self.line(of: name, from: start) + Self.line(of: besideGlyph, from: beside)
            }
        }

        private typealias Piece = (kind: Part.Kind, text: String)

        private static func line(of pieces: [Piece], from start: Point) -> [Part] {
            var point = start
            return pieces.map { piece in
                defer { point.column += piece.text.unicodeScalars.count }
                return Part(kind: piece.kind, point: point, text: piece.text)
            }
        }
    }
}
