/// Trees in layers: the root on top, parents above the middle of their children.
extension ClusterLayout.Room {
    /// A tree in heap order with `arity` children per node.
    func tree(arity: Int) -> [Place] {
        let layers = Self.layers(nodeCount: nodeCount, arity: arity)
        let across = columnsOfTree(layers, arity: arity)
        let sides = layers.map { nameSide(of: $0, at: across) }
        let below = sides.last == .below && rows > layers.count ? 1 : 0
        let down = Self.evenly(layers.count, over: rows - below)
        var places: [Place] = []
        for (depth, layer) in layers.enumerated() {
            for node in layer {
                let point = Point(column: across[node], row: down[depth])
                places.append(Place(point: point, nameSide: sides[depth]))
            }
        }
        return places
    }

    /// The nodes of each layer, from the root down.
    private static func layers(nodeCount: Int, arity: Int) -> [Range<Int>] {
        var layers: [Range<Int>] = []
        var first = 0
        while first < nodeCount {
            let next = arity * first + 1
            layers.append(first..<min(next, nodeCount))
            first = next
        }
        return layers
    }

    /// Beside the glyph where a whole layer has the room for it.
    private func nameSide(of layer: Range<Int>, at across: [Int]) -> ClusterLayout.NameSide {
        let width = 1 + taggedNameColumns
        let hasRoom = layer.dropLast().allSatisfy { across[$0 + 1] - across[$0] > width }
        return hasRoom && across[layer.upperBound - 1] + width <= columns ? .right : .below
    }

    /// Entry i is the column of node i.
    private func columnsOfTree(_ layers: [Range<Int>], arity: Int) -> [Int] {
        let tree = TidyTree(nodeCount: nodeCount, arity: arity)
        let separation = nameColumns + 1
        let first = nameColumns / 2
        let last = columns - 1 - first
        let needed = Int((tree.width * Double(separation)).rounded(.up))
        for last in [columns - 1 - taggedNameColumns, last] where last - first >= needed {
            return tree.columns(first...last)
        }
        let longest = layers.map(\.count).max() ?? 1
        guard longest > 1 && last - first >= (longest - 1) * separation else {
            return tree.columns(0...(columns - 1))
        }
        return squeezed(tree, layers, into: first...last)
    }

    /// The widest layer from end to end, the others moved inwards as far as they would stick out.
    private func squeezed(
        _ tree: TidyTree, _ layers: [Range<Int>], into span: ClosedRange<Int>
    ) -> [Int] {
        let widest = layers.max { $0.count < $1.count } ?? 0..<1
        let first = tree.positions[widest.lowerBound]
        let scale = Double(span.count - 1) / (tree.positions[widest.upperBound - 1] - first)
        var columns = tree.positions.map {
            span.lowerBound + Int((($0 - first) * scale).rounded())
        }
        let separation = nameColumns + 1
        for layer in layers {
            var least = span.lowerBound
            for node in layer {
                columns[node] = max(columns[node], least)
                least = columns[node] + separation
            }
            var most = span.upperBound
            for node in layer.reversed() {
                columns[node] = min(columns[node], most)
                most = columns[node] - separation
            }
        }
        return columns
    }
}
