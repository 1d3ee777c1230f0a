/// How fast the cluster's time passes, as a multiple of the wall clock's.
struct Speed: Hashable {
    /// Place in the ladder of speeds.
    private(set) var step: Int

    /// The ladder: cluster seconds per thousand wall seconds.
    private static let thousandths: [Int] = [
        10, 20, 50, 100, 250, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000,
        200_000, 500_000, 1_000_000,
    ]

    /// Every speed, slowest first.
    static let all = thousandths.indices.map(Speed.init(step:))

    /// Slow enough for the eye to follow one hop of 100 ms.
    static let opening = Speed(step: 4)
    /// The wall clock's own pace.
    static let real = Speed(step: 6)

    /// Cluster time per wall time, times 1,000.
    var thousandths: Int { Self.thousandths[step] }

    mutating func goFaster() { step = min(step + 1, Self.thousandths.count - 1) }

    mutating func goSlower() { step = max(step - 1, 0) }

    /// The multiple as shown: `x0.25`, `x1`, `x100`.
    var label: String {
        switch thousandths {
        case 1_000...: "x\(thousandths / 1_000)"
        case let small where small % 100 == 0: "x0.\(small / 100)"
        case let small: "x0.\(small / 10 < 10 ? "0" : "")\(small / 10)"
        }
    }
}
