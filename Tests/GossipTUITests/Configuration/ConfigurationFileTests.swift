import Foundation
import Testing

@testable import GossipTUI

struct ConfigurationFileTests {
    @Test(arguments: [
        (["XDG_CONFIG_HOME": "/x", "HOME": "/home/a"], "/x/gossip-tui/config.toml"),
        (["HOME": "/home/a"], "/home/a/.config/gossip-tui/config.toml"),
        (["XDG_CONFIG_HOME": "", "HOME": "/home/a"], "/home/a/.config/gossip-tui/config.toml"),
        // Relative paths are to be ignored.
        (["XDG_CONFIG_HOME": "x", "HOME": "/home/a"], "/home/a/.config/gossip-tui/config.toml"),
        (["HOME": ""], nil),
        ([:], nil),
    ])
    func `The usual file is where the environment says`(
        environment: [String: String], path: String?
    ) {
        #expect(ConfigurationFile.usualPath { environment[$0] } == path)
    }

    /// A folder that is there while `body` runs.
    private func withFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "gossip-tui-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "gossip-tui"), withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func usual(in folder: URL) throws -> Configuration {
        try ConfigurationFile.usual.configuration { name in
            name == "XDG_CONFIG_HOME" ? folder.path(percentEncoded: false) : nil
        }
    }

    @Test func `The usual file is read if it is there`() throws {
        try withFolder { folder in
            #expect(try usual(in: folder) == Configuration())
            let file = folder.appending(path: "gossip-tui/config.toml")
            try "fps = 7".write(to: file, atomically: false, encoding: .utf8)
            #expect(try usual(in: folder).framesPerSecond == 7)
            let named = ConfigurationFile.named(file.path(percentEncoded: false))
            #expect(try named.configuration().framesPerSecond == 7)
            #expect(try ConfigurationFile.none.configuration() == Configuration())
            #expect(try usual(in: file) == Configuration())
        }
    }

    @Test func `A file that is asked for must be there, and be one`() throws {
        try withFolder { folder in
            let missing = folder.appending(path: "none.toml").path(percentEncoded: false)
            for (path, shown, reason) in [
                (missing, missing, "No such file or directory"),
                ("/", "/", "Is a directory"), ("", "''", "No such file or directory"),
            ] {
                let error = #expect(throws: ConfigurationError.self) {
                    try ConfigurationFile.named(path).configuration()
                }
                #expect(error?.description == "\(shown): it cannot be read: \(reason)")
            }
            let file = folder.appending(path: "gossip-tui/config.toml")
            try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
            #expect(throws: ConfigurationError.self) { try usual(in: folder) }
        }
    }
}
