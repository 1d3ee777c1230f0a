/// Which glyphs the terminal can show.
enum GlyphSet: String, CaseIterable, Hashable {
    /// All of Unicode that we use, braille included.
    case braille
    /// Box drawing and block elements, but no braille and no quartered circles (the Linux console).
    case blocks
    /// Nothing beyond ASCII.
    case ascii
}
