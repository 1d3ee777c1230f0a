import Testing

@testable import GossipTUI

struct FrameSizeTests {
    @Test func readsColumnsAndRows() throws {
        let size = try FrameSize(text: "120x40")
        #expect(size.columns == 120)
        #expect(size.rows == 40)
    }

    @Test(arguments: ["", "120", "120x", "x40", "120x40x2", "0x40", "120X40", "-1x5", "1001x40"])
    func refusesWhatIsNoSize(text: String) {
        #expect(throws: (any Error).self) { try FrameSize(text: text) }
    }
}
