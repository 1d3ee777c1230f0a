import ArgumentParser
import Engine
import Records
import ScenarioOptions

/// Evenly spaced values, as people write them: `0ms..500ms/50ms`, `10..100/10`, `0..0.1/0.02`.
///
/// Exact: no value is off by what binary fractions cannot hold.
enum ValueRange {
    private static let mostValues: Int64 = 10_000
    private static let form = "a range is FROM..TO/STEP, such as 0ms..500ms/50ms or 10..100/10"

    /// The values of the range that `text` is, both ends included; `text` itself when it is none.
    static func values(in text: String) throws -> [String] {
        guard let dots = text.firstRange(of: "..") else { return [text] }
        let ends = text[dots.upperBound...].split(separator: "/", omittingEmptySubsequences: false)
        guard ends.count == 2 else { throw ValidationError(form) }
        let words = [text[..<dots.lowerBound], ends[0], ends[1]]
        let numbers = try words.map(Quantity.init)
        let areTimes = numbers.allSatisfy(\.isTime)
        guard areTimes || !numbers.contains(where: \.isTime) else {
            throw ValidationError("all three numbers of a range need a unit, or none")
        }
        let digits = numbers.map(\.fractionDigits).max() ?? 0
        let scaled = try numbers.map { try $0.scaled(toDigits: digits) }
        let (first, last, step) = (scaled[0], scaled[1], scaled[2])
        guard step > 0 else { throw ValidationError("the step of a range must be above 0") }
        guard first <= last else {
            throw ValidationError("'\(text)' has no values: its end comes before its start")
        }
        guard (last - first) / step < mostValues else {
            throw ValidationError("'\(text)' has more than \(mostValues) values")
        }
        func value(_ number: Int64) -> String {
            areTimes
                ? OptionValue.text(of: .microseconds(number))
                : Quantity.text(number, fractionDigits: digits)
        }
        let surplus = (last - first) % step
        guard surplus == 0 else {
            throw ValidationError(
                "the steps of '\(text)' do not meet its end: end it at \(value(last - surplus))")
        }
        return stride(from: first, through: last, by: Int64.Stride(step)).map(value)
    }

    /// A decimal number, perhaps with a unit of time; then it counts microseconds.
    private struct Quantity {
        let whole: Int64
        /// `whole` is a multiple of 10 to minus this.
        let fractionDigits: Int
        let isTime: Bool

        init(_ text: Substring) throws {
            let units: [(name: String, digits: Int)] = [("us", 0), ("ms", 3), ("s", 6)]
            let unit = units.first { text.hasSuffix($0.name) }
            let parts = text.dropLast(unit?.name.count ?? 0)
                .split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
            let fraction = parts.count == 2 ? parts[1] : ""
            let isNumber = parts.allSatisfy { part in
                !part.isEmpty && part.allSatisfy { $0.isASCII && $0.isWholeNumber }
            }
            let shift = (unit?.digits ?? 0) - fraction.count
            guard isNumber, let first = parts.first, let digits = Int64(first + fraction),
                unit == nil || shift >= 0
            else {
                throw ValidationError("'\(text)' is no number that a range may have: \(form)")
            }
            isTime = unit != nil
            fractionDigits = max(0, -shift)
            whole = try Self.multiplied(digits, byTenTo: isTime ? shift : 0)
        }

        func scaled(toDigits digits: Int) throws -> Int64 {
            try Self.multiplied(whole, byTenTo: digits - fractionDigits)
        }

        private static func multiplied(_ number: Int64, byTenTo power: Int) throws -> Int64 {
            try (0..<power).reduce(number) { product, _ in
                let (next, overflows) = product.multipliedReportingOverflow(by: 10)
                if overflows { throw ValidationError("the numbers of the range are too large") }
                return next
            }
        }

        /// `number` times 10 to minus `fractionDigits`, without needless zeros.
        static func text(_ number: Int64, fractionDigits: Int) -> String {
            guard fractionDigits > 0 else { return "\(number)" }
            let digits = String("\(number)".reversed()).padded(to: fractionDigits + 1, with: "0")
            let fraction = String(digits.prefix(fractionDigits).reversed())
            let whole = String(digits.dropFirst(fractionDigits).reversed())
            let kept = fraction.reversed().drop { $0 == "0" }.reversed()
            return kept.isEmpty ? whole : "\(whole).\(String(kept))"
        }
    }
}
