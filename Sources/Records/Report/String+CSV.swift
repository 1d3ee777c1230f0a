extension String {
    /// The text as a cell of a CSV file, as RFC 4180 has it: quoted if it must be, and with
    /// semicolons for line breaks.
    public var csvCell: String {
        let line = split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .joined(separator: "; ")
        guard line.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") })
        else { return line }
        return "\""
            + line.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}
