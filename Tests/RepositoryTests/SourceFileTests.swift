import Testing

/// The other tests of this target see the sources through these eyes.
@Suite struct SourceFileTests {
    @Test func commentsAreNotCode() {
        let file = SourceFile(
            path: "A.swift",
            text: #"""
                /// Mentions Simulator.
                let url = "https://swift.org" // and Clock
                let quote = "\"//" // gone
                """#)
        #expect(file.code.contains(#""https://swift.org""#))
        #expect(file.code.contains(#""\"//""#))
        #expect(file.words.isDisjoint(with: ["Simulator", "Clock", "gone"]))
    }

    @Test func importsAreFoundInEveryForm() {
        let file = SourceFile(
            path: "A.swift",
            text: """
                public import Engine
                @testable import GossipLab
                @preconcurrency private import struct Foundation.Date
                    import Glibc
                // import Darwin
                let important = 1
                """)
        #expect(file.imports == ["Engine", "GossipLab", "Foundation", "Glibc"])
    }

    @Test func onlyOutermostTypesAreDeclared() {
        let file = SourceFile(
            path: "A.swift",
            text: """
                public struct Outer {
                    enum Inner {}
                }
                @safe public final class Other {}
                extension Outer {}
                private typealias Name = Int
                """)
        #expect(file.declaredTypes == ["Outer", "Other", "Name"])
        #expect(file.extendedTypes == ["Outer"])
    }
}
