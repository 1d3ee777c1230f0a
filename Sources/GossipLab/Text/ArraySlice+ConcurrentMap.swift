import Dispatch
import Synchronization

extension ArraySlice where Element: Sendable {
    /// What `transform` makes of each element, in order; on all cores.
    func concurrentMap<Result: Sendable>(
        _ transform: @Sendable (Element) -> Result
    ) -> [Result] {
        let portion = 100
        let starts = Array<Int>(stride(from: startIndex, to: endIndex, by: portion))
        let portions = Mutex<[Int: [Result]]>([:])
        DispatchQueue.concurrentPerform(iterations: starts.count) { index in
            let results = self[starts[index]...].prefix(portion).map(transform)
            portions.withLock { $0[index] = results }
        }
        return portions.withLock { portions in starts.indices.flatMap { portions[$0] ?? [] } }
    }
}
