extension String {
    /// The one of `words` that this was meant to be: the nearest, if a third of its letters or
    /// fewer are wrong; nil if none is that near.
    func nearest(among words: [String]) -> String? {
        let near = words.map { word in
            (word: word, distance: editDistance(to: word), most: max(1, word.count / 3))
        }.filter { $0.distance <= $0.most }
        return near.min { $0.distance < $1.distance }?.word
    }

    /// How many characters must be added, taken away, replaced or swapped with the next one to make
    /// this into `other` (optimal string alignment). O(n m).
    func editDistance(to other: String) -> Int {
        let (source, target) = (Array(self), Array(other))
        // More than any word is near to.
        guard abs(source.count - target.count) <= target.count else {
            return max(source.count, target.count)
        }
        var rows = [Array(0...target.count)]
        for (i, character) in source.enumerated() {
            var row = [i + 1]
            for (j, wanted) in target.enumerated() {
                var least = min(row[j], rows[i][j + 1]) + 1
                least = min(least, rows[i][j] + (character == wanted ? 0 : 1))
                if i > 0 && j > 0 && character == target[j - 1] && source[i - 1] == wanted {
                    least = min(least, rows[i - 1][j - 1] + 1)
                }
                row.append(least)
            }
            rows.append(row)
        }
        return rows[source.count][target.count]
    }

    /// As much of the text as an error may repeat.
    var brief: String { count > 60 ? "\(prefix(60))…" : self }
}
