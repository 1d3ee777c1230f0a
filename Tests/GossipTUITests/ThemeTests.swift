import Testing

@testable import GossipTUI

struct ThemeTests {
    @Test(
        "What must be told apart where it stands together looks different without colour too",
        arguments: [
            [Style.informed, .partlyInformed, .missing, .crashed, .paused],
            [.link, .cut],
            [.useful, .redundant, .repair],
            [.pass, .fail],
            [.plain, .selected],
            [.label, .key],
        ])
    func standsApart(styles: [Style]) {
        for theme in Theme.allCases {
            let looks = Set(styles.map(theme.look))
            #expect(looks.count == styles.count, "\(styles) in \(theme)")
        }
    }

    @Test("Without colour, no style has one")
    func monochrome() {
        for style in Style.allCases {
            #expect(Theme.monochrome.look(of: style).color == nil, "\(style)")
        }
    }

    @Test("High contrast has nothing faint, colour-blind neither red nor green")
    func promises() {
        for style in Style.allCases {
            #expect(!Theme.highContrast.look(of: style).attributes.contains(.dim), "\(style)")
            let color = Theme.colorBlind.look(of: style).color
            #expect(color != .red && color != .green, "\(style)")
        }
    }
}
