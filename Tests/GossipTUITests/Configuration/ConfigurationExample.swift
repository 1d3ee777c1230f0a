import Foundation
import Testing

@testable import GossipTUI

/// The file of configuration that the README shows.
enum ConfigurationExample {
    static func text() throws -> String {
        let readme = URL(filePath: #filePath).appending(path: "../../../../README.md").standardized
        let page = try String(contentsOf: readme, encoding: .utf8)
        return String(
            try #require(page.firstMatch(of: /```toml\n(.*?)```/.dotMatchesNewlines())).1)
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
