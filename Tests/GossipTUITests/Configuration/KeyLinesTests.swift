import Testing

@testable import GossipTUI

struct KeyLinesTests {
    private let lines = KeyLines(
        of: """
            # theme = 1
            theme = "a = b"   # fps = 3
              "quoted key"=1
            a.b . 'c' = 1
            text = \"""
            fps = 1
            [keys]
            \"""
            fps = 2
            [ keys ]
            theme = "t"
            pause = [
                "p",
            ]
            [x."y.z"]
            w = 1
            """)

    @Test(arguments: [
        (["theme"], 2), (["quoted key"], 3), (["a"], 4), (["a", "b"], 4), (["a", "b", "c"], 4),
        (["text"], 5), (["fps"], 9), (["keys"], 10), (["keys", "theme"], 11),
        (["keys", "pause"], 12),
        (["x", "y.z"], 15), (["x", "y.z", "w"], 16),
    ])
    func `A key is on its line`(path: [String], line: Int) {
        #expect(lines.line(of: path) == line)
    }

    @Test func `What is not found is where its table is`() {
        #expect(lines.line(of: ["keys", "other"]) == 10)
        #expect(lines.line(of: ["other"]) == nil)
        #expect(lines.line(of: []) == nil)
        #expect(KeyLines(of: "a = 1\r\nb = 2\r\n").line(of: ["b"]) == 2)
    }
}
