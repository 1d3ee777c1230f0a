import ArgumentParser
public import Engine

/// Reads the values of options as people write them.
///
/// What is thrown says what would be right; the argument parser puts the option's name before it.
public enum OptionText {
    /// The longest span that any option takes; far from where arithmetic in microseconds overflows.
    static let longestSpan = TimeSpan.seconds(1_000_000)

    /// A whole number within `range`.
    public static func wholeNumber(_ text: String, in range: ClosedRange<Int>) throws -> Int {
        guard let number = Int(text), range.contains(number) else {
            throw ValidationError(
                "it must be a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    /// Any whole number of 64 bits without a sign.
    static func seed(_ text: String) throws -> UInt64 {
        guard let seed = UInt64(text) else {
            throw ValidationError("it must be a whole number from 0 to \(UInt64.max)")
        }
        return seed
    }

    /// Operations per second: 0, or what leaves a gap that a span can hold.
    static func rate(_ text: String) throws -> Double {
        guard let rate = Double(text), rate == 0 || (0.001...1_000_000).contains(rate) else {
            throw ValidationError(
                "it must be a number from 0.001 to 1000000, such as 100, or 0 for no clients at all"
            )
        }
        return rate
    }

    /// A share of a whole.
    static func share(_ text: String) throws -> Double {
        guard let share = Double(text), (0...1).contains(share) else {
            throw ValidationError("it must be a share from 0 to 1, such as 0.05 for 5 %")
        }
        return share
    }

    /// A plain number of seconds, a millisecond at least.
    static func seconds(_ text: String) throws -> TimeSpan {
        guard let microseconds = scaled(text[...], by: 1_000_000),
            (1_000...longestSpan.microseconds).contains(microseconds)
        else {
            throw ValidationError(
                "it must be a number of seconds from 0.001 to 1000000, such as 20 or 0.5")
        }
        return .microseconds(microseconds)
    }

    /// A number with its unit, `us`, `ms` or `s`, from `shortest`.
    public static func duration(
        _ text: String, from shortest: TimeSpan = .zero
    ) throws -> TimeSpan {
        guard let duration = span(text[...], from: shortest) else {
            throw ValidationError(
                "it must be a number with its unit, such as 50ms or 5s, "
                    + "from \(shortest) to \(longestSpan)")
        }
        return duration
    }

    /// A number with its unit, from `shortest`; nil when `text` is none.
    static func span(_ text: Substring, from shortest: TimeSpan) -> TimeSpan? {
        let units: [(name: String, microseconds: Int64)] = [
            ("us", 1), ("ms", 1_000), ("s", 1_000_000),
        ]
        guard let unit = units.first(where: { text.hasSuffix($0.name) }),
            let microseconds = scaled(text.dropLast(unit.name.count), by: unit.microseconds),
            (shortest.microseconds...longestSpan.microseconds).contains(microseconds)
        else { return nil }
        return .microseconds(microseconds)
    }

    /// The one of `choices` that is called `text`.
    static func choice<Choice>(_ text: String, among choices: [(String, Choice)]) throws -> Choice {
        guard let (_, choice) = choices.first(where: { $0.0 == text }) else {
            let names = choices.map(\.0).joined(separator: ", ")
            throw ValidationError("it must be \(choices.count == 1 ? "" : "one of ")\(names)")
        }
        return choice
    }

    /// The case of an enumeration whose raw value is `text`.
    static func choice<Choice>(_ text: String) throws -> Choice
    where Choice: CaseIterable & RawRepresentable<String> {
        try choice(text, among: Choice.allCases.map { ($0.rawValue, $0) })
    }

    /// Families of faults separated by commas, each once, or `none`; in the order of all.
    static func families(_ text: String) throws -> [Nemesis.Family] {
        if text == "none" { return [] }
        var families: [Nemesis.Family] = []
        for word in text.split(separator: ",", omittingEmptySubsequences: false) {
            guard let family = Nemesis.Family(rawValue: String(word)) else {
                let names = Nemesis.Family.allCases.map(\.rawValue).joined(separator: ",")
                throw ValidationError(
                    "'\(word)' is no family of faults: it must be none alone, or any of \(names)")
            }
            guard !families.contains(family) else {
                throw ValidationError("'\(word)' is there twice: leave one out")
            }
            families.append(family)
        }
        return Nemesis.Family.allCases.filter(families.contains)
    }

    /// `text`, a plain decimal number without a sign, times `scale`, a power of ten; nil when it is
    /// no such number or the product is not whole.
    private static func scaled(_ text: Substring, by scale: Int64) -> Int64? {
        let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let areDigits = parts.allSatisfy { part in
            !part.isEmpty && part.allSatisfy { $0.isASCII && $0.isWholeNumber }
        }
        guard areDigits, let first = parts.first, let whole = Int64(first) else { return nil }
        let (product, overflows) = whole.multipliedReportingOverflow(by: scale)
        guard !overflows else { return nil }
        var fraction: Int64 = 0
        var unit = scale
        for digit in (parts.count == 2 ? parts[1] : "").compactMap(\.wholeNumberValue) {
            if unit == 1 && digit > 0 { return nil }
            unit = max(1, unit / 10)
            fraction += Int64(digit) * unit
        }
        let (sum, sumOverflows) = product.addingReportingOverflow(fraction)
        return sumOverflows ? nil : sum
    }
}
