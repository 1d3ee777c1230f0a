import Testing

@Suite struct ArchitectureTests {
    /// What the sources of each target may import.
    static let allowedImports: [String: Set<String>] = [
        "Engine": ["BitCollections", "DequeModule", "HeapModule"],
        "Charts": [],
        "Maelstrom": ["Engine"],
        "ScenarioOptions": ["ArgumentParser", "Engine", "Maelstrom"] + systemLibraries,
        "Records": ["ArgumentParser", "Engine", "Maelstrom", "ScenarioOptions"],
        "MaelstromNode": ["ArgumentParser", "Engine", "Maelstrom", "ScenarioOptions"]
            + systemLibraries,
        "GossipLab": [
            "ArgumentParser", "CInterrupt", "Charts", "Dispatch", "Engine", "Maelstrom",
            "Records", "ScenarioOptions", "Synchronization",
        ],
        "GossipTUI": [
            "ArgumentParser", "CNcurses", "CTerminalGuard", "Charts", "Engine", "Maelstrom",
            "Records", "ScenarioOptions", "TOMLKit",
        ] + systemLibraries,
    ].mapValues(Set.init)

    private static let systemLibraries = ["Glibc", "Musl", "Darwin"]

    /// The folders of the engine; none mentions a type of a later group, or of its own group's
    /// others.
    static let engineFolders = [
        ["Time"], ["Random"], ["Cluster"], ["Protocol", "Network"], ["Simulation"],
        ["Measurement"], ["Run"],
    ]

    /// The folders of the dashboard in order; none mentions a type of a later one.
    static let dashboardFolders = [["State"], ["View"], ["App"]]

    @Test func eachTargetImportsOnlyWhatItMay() throws {
        for file in try SourceFile.all(in: "Sources") {
            let allowed = try #require(Self.allowedImports[file.parts[1]], "\(file.path)")
            let others = Set(file.imports).subtracting(allowed)
            #expect(others.isEmpty, "\(file.path)")
        }
    }

    @Test func exactlyOneFileImportsCNcurses() throws {
        let files = try SourceFile.all(in: "Sources").filter { $0.imports.contains("CNcurses") }
        #expect(files.count == 1, "\(files.map(\.path))")
    }

    @Test func theEnginesFoldersAreAllKnown() throws {
        let folders = Set(try SourceFile.all(in: "Sources/Engine").map { $0.parts[2] })
        #expect(folders == Set(Self.engineFolders.joined()))
    }

    @Test(arguments: [
        ("Sources/Engine", engineFolders), ("Sources/GossipTUI", dashboardFolders),
    ])
    func noFolderNamesATypeOfALaterOne(target: String, folders: [[String]]) throws {
        let files = Dictionary(grouping: try SourceFile.all(in: target)) { $0.parts[2] }
        for (rank, group) in folders.enumerated() {
            for folder in group {
                let later = folders[rank...].joined().filter { $0 != folder }
                let forbidden = Set(later.flatMap { files[$0] ?? [] }.flatMap(\.declaredTypes))
                for file in files[folder] ?? [] {
                    let named = file.words.intersection(forbidden)
                    #expect(named.isEmpty, "\(file.path)")
                }
            }
        }
    }

    @Test func onlyTheTerminalTouchesTheSystem() throws {
        for file in try SourceFile.all(in: "Sources/GossipTUI")
        where Self.dashboardFolders.joined().contains(file.parts[2]) {
            // The ellipse needs a sine and a cosine, which the standard library lacks.
            let isEllipse = file.path.hasSuffix("View/Cluster/ClusterLayout+Ellipse.swift")
            let pure = ["Charts", "Engine"] + (isEllipse ? Self.systemLibraries : [])
            let impure = Set(file.imports).subtracting(pure)
            #expect(impure.isEmpty, "\(file.path)")
        }
    }
}
