/// What nodes say to each other: `{"type": "gossip", "messages": [...]}`.
///
/// Without another key the messages are new values on their way. Exchanges with random nodes, which
/// repair losses, say so:
///
/// | besides | means |
/// |---|---|
/// | `"repair": true` | the messages repair losses |
/// | `"pull": true` | the same, and: answer with all that you hold |
/// | `"digest": [...]` | I hold these: answer with what I lack, and ask for what you lack |
/// | `"wanted": [...]` | the messages are what your digest lacked; send me these |
///
/// Our nodes put `"repair": true` beside each of the last three, so that a node that knows none of
/// them still takes in the messages. Answers are gossip again, without `in_reply_to`.
public struct Gossip: Hashable, Sendable {
    /// Why it is said.
    public enum Purpose: Hashable, Sendable {
        case dissemination
        case repair
        case pull
        case digest([JSONValue])
        case wanted([JSONValue])
    }

    /// The values, in the order they are sent; none beside a digest.
    public var messages: [JSONValue]
    /// Why they are sent, and what is wanted in return.
    public var purpose: Purpose

    /// The body that says so, without `msg_id`: nobody needs to acknowledge it.
    var body: JSONObject {
        var body: JSONObject = ["type": "gossip", "messages": .array(messages)]
        if purpose != .dissemination { body.append("repair", true) }
        switch purpose {
        case .dissemination, .repair: break
        case .pull: body.append("pull", true)
        case .digest(let held): body.append("digest", .array(held))
        case .wanted(let wanted): body.append("wanted", .array(wanted))
        }
        return body
    }

    /// The same in two messages that are sent one after the other; nil where nothing is left to
    /// divide.
    ///
    /// What is wanted in return comes with the second. Of two halves of a digest each is answered
    /// as if it were all, which costs values that were held already and loses none.
    var halves: (Gossip, Gossip)? {
        if messages.count > 1 {
            let middle = messages.count / 2
            return (
                Gossip(messages: Array(messages[..<middle]), purpose: plainPurpose),
                Gossip(messages: Array(messages[middle...]), purpose: purpose)
            )
        }
        switch purpose {
        case .dissemination, .repair, .pull:
            return nil
        case .digest(let values):
            return halves(of: values).map { first, second in
                (
                    Gossip(messages: [], purpose: .digest(first)),
                    Gossip(messages: [], purpose: .digest(second))
                )
            }
        case .wanted(let values):
            return halves(of: values).map { first, second in
                (
                    Gossip(messages: messages, purpose: .wanted(first)),
                    Gossip(messages: [], purpose: .wanted(second))
                )
            }
        }
    }

    /// The purpose of messages that want nothing in return.
    private var plainPurpose: Purpose { purpose == .dissemination ? .dissemination : .repair }

    private func halves(of values: [JSONValue]) -> ([JSONValue], [JSONValue])? {
        guard values.count > 1 else { return nil }
        let middle = values.count / 2
        return (Array(values[..<middle]), Array(values[middle...]))
    }
}
