extension OptionValue {
    /// The value as a person reads it and a CSV file has it; empty for one without meaning.
    public var text: String {
        switch self {
        case .text(let text): text
        case .duration(let duration): Self.text(of: duration)
        case .integer(let integer): "\(integer)"
        case .number(let number): Int(exactly: number).map { "\($0)" } ?? "\(number)"
        case .flag(let isSet): "\(isSet)"
        case .texts(let texts): texts.joined(separator: "; ")
        case .absent: ""
        }
    }
}
