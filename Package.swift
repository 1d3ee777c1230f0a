// swift-tools-version: 6.2
import PackageDescription

/// Swift 6 mode comes with the tools version; the rest is what we hold ourselves to.
let strict: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "GossipTUI",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "Engine", targets: ["Engine"]),
        .library(name: "Maelstrom", targets: ["Maelstrom"]),
        .executable(name: "gossip-tui", targets: ["GossipTUI"]),
        .executable(name: "gossip-lab", targets: ["GossipLab"]),
        .executable(name: "maelstrom-broadcast", targets: ["MaelstromNode"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        .target(
            name: "Engine",
            dependencies: [
                .product(name: "BitCollections", package: "swift-collections"),
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "HeapModule", package: "swift-collections"),
            ],
            swiftSettings: strict,
            linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),
        .target(name: "Charts", swiftSettings: strict),
        .target(name: "Maelstrom", dependencies: ["Engine"], swiftSettings: strict),
        .target(
            name: "ScenarioOptions",
            dependencies: [
                "Engine", "Maelstrom",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .target(
            name: "Records",
            dependencies: [
                "Engine", "Maelstrom", "ScenarioOptions",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "MaelstromNode",
            dependencies: ["Engine", "Maelstrom", "ScenarioOptions"],
            swiftSettings: strict),
        .target(name: "CInterrupt"),
        .executableTarget(
            name: "GossipLab",
            dependencies: [
                "Charts", "CInterrupt", "Engine", "Maelstrom", "Records", "ScenarioOptions",
            ],
            swiftSettings: strict),
        .systemLibrary(
            name: "CNcurses",
            providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]),
        .target(name: "CTerminalGuard"),
        .executableTarget(
            name: "GossipTUI",
            dependencies: [
                "Charts", "CNcurses", "CTerminalGuard", "Engine", "Maelstrom", "Records",
                "ScenarioOptions", "TOMLKit",
            ],
            swiftSettings: strict,
            linkerSettings: [
                .linkedLibrary("ncursesw", .when(platforms: [.linux])),
                .linkedLibrary("ncurses", .when(platforms: [.macOS])),
            ]),
        .target(
            name: "TestSupport", dependencies: ["Engine"], path: "Tests/TestSupport",
            swiftSettings: strict),
        .testTarget(
            name: "EngineTests", dependencies: ["Engine", "TestSupport"],
            resources: [.copy("Recorded")], swiftSettings: strict),
        .testTarget(name: "ChartsTests", dependencies: ["Charts"], swiftSettings: strict),
        .testTarget(
            name: "MaelstromTests",
            dependencies: ["Engine", "Maelstrom", "MaelstromNode", "TestSupport"],
            resources: [.copy("Recorded")],
            swiftSettings: strict),
        .testTarget(
            name: "GossipLabTests",
            dependencies: [
                "CInterrupt", "Engine", "GossipLab", "Records", "ScenarioOptions", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "GossipTUITests",
            dependencies: [
                "Engine", "GossipTUI", "Maelstrom", "Records", "ScenarioOptions", "TestSupport",
            ],
            resources: [.copy("Golden")],
            swiftSettings: strict),
        .testTarget(
            name: "RepositoryTests", dependencies: ["TestSupport"], swiftSettings: strict),
    ]
)
