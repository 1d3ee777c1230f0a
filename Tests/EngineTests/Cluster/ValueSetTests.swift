import Engine
import Testing

struct ValueSetTests {
    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func behavesAsASetOfNumbersDoes(seed: UInt64) {
        var random = RandomStream(seed: seed, purpose: .workload)
        var sets = [ValueSet(), ValueSet()]
        var models: [Set<Int>] = [[], []]
        for _ in 0..<500 {
            let which = random.integer(below: 2)
            let number = random.integer(below: random.coin() ? 70 : 300)
            let isNew = models[which].insert(number).inserted
            #expect(sets[which].insert(ValueID(number)) == isNew)
            #expect(sets[which].contains(ValueID(number)))
            #expect(sets[which].count == models[which].count)
        }
        #expect(sets[0].map(\.index) == models[0].sorted())
        #expect(
            sets[0].subtracting(sets[1]).map(\.index) == models[0].subtracting(models[1]).sorted())
        for limit in 0..<330 {
            #expect(sets[0].count(below: limit) == models[0].count { $0 < limit })
        }
        #expect(!sets[0].isEmpty && ValueSet().isEmpty)
    }
}
