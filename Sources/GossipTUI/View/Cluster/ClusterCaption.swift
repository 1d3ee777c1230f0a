import Engine

/// What happens to one value, in a sentence below the cluster.
///
/// `n7 got value 12 from a client · 9 of 25 nodes know it after 300 ms`
struct ClusterCaption {
    let snapshot: ClusterSnapshot
    let value: ValueID?

    /// Faster than this, in operations a second, nobody can read what happens to one of the values.
    private static let fastestRate = 20.0

    /// Whether captions are of use in a run like this, in a picture of this size.
    static func isOfUse(_ scenario: Scenario, in area: Rect) -> Bool {
        scenario.workload.rate <= fastestRate && area.columns >= 44 && area.rows >= 12
    }

    /// The value to tell of after `value`: the same until every live node knows it, then the
    /// newest.
    static func following(_ value: ValueID?, in snapshot: ClusterSnapshot) -> ValueID? {
        let live = snapshot.nodeStates.count { $0 != .down }
        guard let newest = snapshot.recentValues.last else { return nil }
        guard let value, let spread = snapshot.recentValues.first(where: { $0.value == value })
        else { return newest.value }
        // Something that is stuck is no story.
        let isStuck =
            snapshot.now - spread.acceptedAt > .seconds(3)
            && !snapshot.messages.contains {
                $0.role == .useful && $0.fate == .arrives && $0.message.carries(value)
            }
        return spread.holderCount >= live || isStuck ? newest.value : value
    }

    /// The sentence, as much of it as fits into `columns`.
    func text(within columns: Int) -> StyledText {
        guard let spread = snapshot.recentValues.first(where: { $0.value == value }) else {
            return .label("Clients hand values to nodes; all nodes must get them.")
        }
        let live = snapshot.nodeStates.count { $0 != .down }
        guard live > 0 else { return StyledText("No node is alive to know anything.", .crashed) }
        let isKnown = spread.holderCount >= live
        let start =
            StyledText.figure("\(spread.origin)") + .label(" got value ")
            + .figure("\(spread.value)") + .label(" from a client · ")
        let count = isKnown ? "all \(live.grouped)" : "\(spread.holderCount) of \(live.grouped)"
        let known = StyledText(count, isKnown ? .informed : .partlyInformed)
        let sentence = start + known + .label(" nodes know it")
        let age = (snapshot.now - spread.acceptedAt).wholeMilliseconds
        return isKnown
            ? sentence : .joining([sentence, .label("after \(age) ms")], by: " ", within: columns)
    }
}
