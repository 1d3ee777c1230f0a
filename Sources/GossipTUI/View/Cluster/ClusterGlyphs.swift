/// The glyphs of the cluster's picture, as far as the terminal can show them.
struct ClusterGlyphs {
    /// A node that holds none, a quarter, a half, three quarters, all of the newest values.
    let node: [Unicode.Scalar]
    /// A node that is down, and one that is paused.
    let down: Unicode.Scalar
    let paused: Unicode.Scalar
    /// A message with one new value, and one with several.
    let useful: Unicode.Scalar
    let batch: Unicode.Scalar
    let redundant: Unicode.Scalar
    let repair: Unicode.Scalar
    /// The middle of a link that a partition blocks.
    let cut: Unicode.Scalar
    /// A link that loses messages, doubles them, or delays them.
    let loss: Unicode.Scalar
    let duplication: Unicode.Scalar
    let clog: Unicode.Scalar
    /// A message that was just lost.
    let lost: Unicode.Scalar
    /// A node's link to itself.
    let selfLoop: Unicode.Scalar
    /// Between a node's name and the side of the partition it is on.
    let tag: Unicode.Scalar
    /// Arrow heads: right, down, left, up.
    let arrows: [Unicode.Scalar]
    /// Lines: across, down, and the diagonals falling and rising to the right; none where links are
    /// made of braille dots.
    let lines: [Unicode.Scalar]?
    /// Between the pane's name and what it shows.
    let rule: String
}

extension ClusterGlyphs {
    init(_ set: GlyphSet) {
        self =
            switch set {
            case .braille: .braille
            case .blocks: .blocks
            case .ascii: .ascii
            }
    }

    private static let braille = ClusterGlyphs(
        node: ["○", "◔", "◑", "◕", "●"], down: "⊗", paused: "‖", useful: "•", batch: "■",
        redundant: "◦", repair: "◆", cut: "╳", loss: "%", duplication: "\"", clog: "≈", lost: "✗",
        selfLoop: "↺", tag: "·",
        arrows: ["▸", "▾", "◂", "▴"], lines: nil, rule: "──")

    private static let blocks = ClusterGlyphs(
        node: ["○", "░", "▒", "▓", "█"], down: "!", paused: "║", useful: "•", batch: "■",
        redundant: "·", repair: "♦", cut: "X", loss: "%", duplication: "\"", clog: "≈", lost: "×",
        selfLoop: "@", tag: "·",
        arrows: ["►", "▼", "◄", "▲"], lines: ["─", "│", "\\", "/"], rule: "──")

    private static let ascii = ClusterGlyphs(
        node: ["o", ":", "=", "%", "@"], down: "!", paused: "\"", useful: "*", batch: "#",
        redundant: ".", repair: "+", cut: "X", loss: "$", duplication: "D", clog: "~", lost: "x",
        selfLoop: "&", tag: ":",
        arrows: [">", "v", "<", "^"], lines: ["-", "|", "\\", "/"], rule: "--")
}
