import Engine
import Maelstrom

/// Parts of JSON, appended as bytes.
extension Array where Element == UInt8 {
    /// A further member that is a number.
    mutating func add(_ key: String, _ number: Int) {
        add(key)
        add(number)
    }

    /// A further member of any kind.
    mutating func add(_ key: String, _ value: JSONValue) {
        add(key)
        value.write(into: &self)
    }

    /// A further member that is the name of a node, or null.
    mutating func add(_ key: String, _ node: NodeID?) {
        add(key)
        if let node { add(node) } else { self += "null".utf8 }
    }

    /// A further member that is a list of nodes.
    mutating func add(_ key: String, _ nodes: some Sequence<NodeID>) {
        add(key)
        addList(nodes) { $0.add($1) }
    }

    /// A further member that is a list of values.
    mutating func add(_ key: String, _ values: some Sequence<ValueID>) {
        add(key)
        addList(values) { $0.add($1.index) }
    }

    /// A list of what `addItem` appends for each of `items`.
    mutating func addList<Item>(
        _ items: some Sequence<Item>, _ addItem: (inout [UInt8], Item) -> Void
    ) {
        append(UInt8(ascii: "["))
        var isFirst = true
        for item in items {
            if !isFirst { append(UInt8(ascii: ",")) }
            isFirst = false
            addItem(&self, item)
        }
        append(UInt8(ascii: "]"))
    }

    /// A number.
    mutating func add(_ number: Int) {
        self += number.description.utf8
    }

    /// The name of a node, in quotes.
    mutating func add(_ node: NodeID) {
        self += "\"n".utf8
        add(node.index)
        append(UInt8(ascii: "\""))
    }

    /// A comma and the key of a further member, which needs no escapes.
    mutating func add(_ key: String) {
        self += ",\"".utf8
        self += key.utf8
        self += "\":".utf8
    }
}
