/// How a measured figure stands to a limit.
enum Standing: Hashable {
    case unmeasured
    case kept
    case broken

    var glyph: String {
        switch self {
        case .unmeasured: "—"
        case .kept: "✓"
        case .broken: "✗"
        }
    }

    var style: Style {
        switch self {
        case .unmeasured: .faint
        case .kept: .pass
        case .broken: .fail
        }
    }
}
