import Testing

@testable import Engine

struct ValueTableTests {
    /// The same as a table, in the plainest way.
    private struct Model: Equatable {
        var entries: [Int] = []
        var cells: [[Int]] = []
    }

    private func contents(of table: ValueTable<Int, Int>) -> Model {
        Model(
            entries: table.indices.map { table[$0] },
            cells: table.indices.map { value in
                (0..<table.nodeCount).map { table[value, $0] }
            })
    }

    @Test(arguments: [1, 25, 40_000])
    func aTableAndItsCopiesHoldWhatWasPutThere(nodeCount: Int) {
        var luck = RandomStream(seed: 5, purpose: .workload)
        var table = ValueTable<Int, Int>(nodeCount: nodeCount)
        var model = Model()
        var copies: [(ValueTable<Int, Int>, Model)] = []
        for step in 0..<(nodeCount > 100 ? 150 : 6_000) {
            if step.isMultiple(of: 2) {
                table.append(step, cells: -1)
                model.entries.append(step)
                model.cells.append(Array(repeating: -1, count: nodeCount))
            } else {
                let value = luck.integer(below: model.entries.count)
                let node = luck.integer(below: nodeCount)
                table[value, node] = step
                model.cells[value][node] = step
                let former = table.update(value) { entry in
                    defer { entry = -step }
                    return entry
                }
                #expect(former == model.entries[value])
                model.entries[value] = -step
            }
            if step.isMultiple(of: nodeCount > 100 ? 60 : 1_000) { copies.append((table, model)) }
        }
        copies.append((table, model))
        for (copy, model) in copies { #expect(contents(of: copy) == model) }
    }
}
