/// What a cell means; a theme says how the terminal shows it.
enum Style: CaseIterable, Hashable {
    case plain
    /// The name of the program or of a pane.
    case title
    /// Borders, axes and other lines that only hold the picture together.
    case frame
    /// What explains a figure.
    case label
    /// What there is little to look at: past, idle, not available.
    case faint
    /// A figure.
    case figure
    /// A key to press.
    case key
    /// A node that holds all the newest values; a value that a node holds.
    case informed
    /// A node that holds some of the newest values.
    case partlyInformed
    /// A node or a place where a value is missing.
    case missing
    /// A node that is down, and what goes to it.
    case crashed
    /// A node that is paused, and what waits for it.
    case paused
    /// A link between two nodes.
    case link
    /// A link over which the value that is followed came.
    case tree
    /// The value that is followed among others.
    case followed
    /// A link that a partition blocks.
    case cut
    /// A message that brings something new.
    case useful
    /// A message that brings nothing new.
    case redundant
    /// Part of an exchange that repairs what was lost.
    case repair
    /// A bar of a chart.
    case bar
    /// What theory expects.
    case prediction
    /// What would have been in a future that was done away with.
    case ghost
    /// A limit kept.
    case pass
    /// A limit broken.
    case fail
    /// What asks for attention.
    case warning
    /// The node or entry that keys act upon.
    case selected

    /// The letter that stands for the style in a style plane.
    var code: Unicode.Scalar {
        switch self {
        case .plain: "."
        case .title: "T"
        case .frame: "f"
        case .label: "l"
        case .faint: "-"
        case .figure: "F"
        case .key: "k"
        case .informed: "I"
        case .partlyInformed: "P"
        case .missing: "M"
        case .crashed: "C"
        case .paused: "Z"
        case .link: "L"
        case .tree: "t"
        case .followed: "v"
        case .cut: "X"
        case .useful: "u"
        case .redundant: "r"
        case .repair: "R"
        case .bar: "b"
        case .prediction: "o"
        case .ghost: "g"
        case .pass: "p"
        case .fail: "!"
        case .warning: "w"
        case .selected: "s"
        }
    }
}
