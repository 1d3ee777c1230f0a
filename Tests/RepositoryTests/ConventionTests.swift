import Testing

@Suite struct ConventionTests {
    @Test func filesAreShort() throws {
        for file in try SourceFile.all(in: "Sources") {
            #expect(file.lineCount <= 400, "\(file.path)")
        }
        for file in try SourceFile.all(in: "Tests") {
            #expect(file.lineCount <= 600, "\(file.path)")
        }
    }

    /// The formatter sees to code, but leaves comments as they are.
    @Test(arguments: ["Sources", "Tests"])
    func commentsAreNoWiderThanCode(folder: String) throws {
        for file in try SourceFile.all(in: folder) {
            let lines = file.text.split(separator: "\n")
            #expect(
                !lines.contains { $0.count > 100 && $0.drop { $0 == " " }.hasPrefix("//") },
                "\(file.path)")
        }
    }

    @Test func aFileIsNamedAfterItsMainType() throws {
        for file in try SourceFile.all(in: "Sources") {
            let name = String(file.parts.last?.dropLast(".swift".count) ?? "")
            if name == "main" { continue }
            let type = name.prefix { $0 != "+" }
            let types = name.contains("+") ? file.extendedTypes : file.declaredTypes
            #expect(types.contains(String(type)), "\(file.path)")
        }
    }

    @Test func theEngineUsesNothingThatDiffersFromRunToRun() throws {
        // The order of a Set or a Dictionary differs in every process.
        let banned: Set<String> = [
            "hashValue", "SystemRandomNumberGenerator", "Set", "Dictionary", "Date",
            "ContinuousClock", "SuspendingClock", "clock_gettime",
        ]
        for file in try SourceFile.all(in: "Sources/Engine") {
            let used = file.words.intersection(banned)
            #expect(used.isEmpty, "\(file.path)")
            let calls = [".random(", ".shuffled("].filter(file.code.contains)
            #expect(calls.isEmpty, "\(file.path)")
        }
    }

    @Test func nothingIsForced() throws {
        let banned = ["try!", "as!", "fatalError", "@unchecked Sendable", "nonisolated(unsafe)"]
        for file in try SourceFile.all(in: "Sources") {
            let used = banned.filter(file.code.contains)
            #expect(used.isEmpty, "\(file.path)")
        }
    }

    @Test func nothingIsLeftToDo() throws {
        let marks = ["TO" + "DO", "FIX" + "ME", "XX" + "X"]
        for suffix in [".swift", ".py", ".md"] {
            let files = try ["Sources", "Tests", "docs"]
                .flatMap { try SourceFile.all(in: $0, suffix: suffix) }
            for file in files {
                let found = marks.filter(file.text.contains)
                #expect(found.isEmpty, "\(file.path)")
            }
        }
    }
}
