import Foundation
import Testing

@testable import GossipTUI

/// What the README says about the file of configuration.
enum ConfigurationExample {
    /// The file that it shows.
    static func text() throws -> String {
        String(try #require(page().firstMatch(of: /```toml\n(.*?)```/.dotMatchesNewlines())).1)
    }

    /// The actions that it names.
    static func actions() throws -> [String] {
        let list = try #require(
            page().firstMatch(of: /<!-- actions -->(.*?)<!-- \/actions -->/.dotMatchesNewlines()))
        return list.1.matches(of: /`([a-z-]+)`/).map { String($0.1) }
    }

    private static func page() throws -> String {
        let readme = URL(filePath: #filePath).appending(path: "../../../../README.md").standardized
        return try String(contentsOf: readme, encoding: .utf8)
    }
}

/// What is in a file with this text.
func configuration(_ text: String) throws -> Configuration {
    try ConfigurationReader(text, file: "config.toml").configuration()
}

/// What is wrong with a file with this text; nil if nothing is.
func complaint(about text: String) -> String? {
    do {
        _ = try configuration(text)
        return nil
    } catch {
        return "\(error)"
    }
}
