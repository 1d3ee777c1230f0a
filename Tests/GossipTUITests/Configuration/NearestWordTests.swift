import Testing

@testable import GossipTUI

struct NearestWordTests {
    @Test(arguments: [
        ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "abd", 1),
        ("abc", "acb", 1), ("kitten", "sitting", 3), ("pause", "puase", 1), ("ca", "abc", 3),
    ])
    func `A distance counts what was typed wrongly`(source: String, target: String, distance: Int) {
        #expect(source.editDistance(to: target) == distance)
        #expect(target.editDistance(to: source) == distance)
    }

    @Test func `Only a near word is meant`() {
        let words = ["theme", "fps", "scenario"]
        #expect("tehme".nearest(among: words) == "theme")
        #expect("Scenrio".nearest(among: words) == "scenario")
        #expect("fp".nearest(among: words) == "fps")
        #expect("xyz".nearest(among: words) == nil)
        #expect("".nearest(among: words) == nil)
    }
}
