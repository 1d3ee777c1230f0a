/// The part of a long line that is worth showing.
enum LineExcerpt {
    private static let reach = 60

    /// Two lines around the place where they first differ.
    static func pair(_ left: [UInt8], _ right: [UInt8]) -> (left: String, right: String) {
        let place = zip(left, right).prefix { $0 == $1 }.count
        return (excerpt(of: left, around: place), excerpt(of: right, around: place))
    }

    private static func excerpt(of line: [UInt8], around place: Int) -> String {
        let start = place <= 2 * reach ? 0 : place - reach
        let end = min(line.count, place + reach)
        // What is cut in the middle of a character begins or ends with U+FFFD.
        let text = String(decoding: line[min(start, end)..<end], as: UTF8.self)
        return (start > 0 ? "… " : "") + text + (end < line.count ? " …" : "")
    }
}
