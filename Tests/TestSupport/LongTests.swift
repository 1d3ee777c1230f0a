import Foundation

/// Whether statistical tests are to take their time, with more seeds and narrower bounds.
public enum LongTests {
    /// Set GOSSIP_LONG_TESTS to want them; `scripts/test --long` does, in a release build.
    public static var areWanted: Bool {
        ProcessInfo.processInfo.environment["GOSSIP_LONG_TESTS"] != nil
    }
}
