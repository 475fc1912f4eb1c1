// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskReporting

/// Strings that together make one article, and the way from the article's input back to each string.
struct SegmentedInput {
  /// The strings, each followed by a line feed.
  let input: InputText
  /// The offset of each string, and at the end the length of the input.
  private let starts: [Int]

  init(path: String, _ segments: [[UInt8]]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(segments.reduce(0) { $0 + $1.count + 1 })
    var starts: [Int] = []
    starts.reserveCapacity(segments.count + 1)
    for segment in segments {
      starts.append(bytes.count)
      bytes.append(contentsOf: segment)
      bytes.append(0x0A)
    }
    starts.append(bytes.count)
    input = InputText(path: path, bytes: bytes)
    self.starts = starts
  }

  /// The number of strings.
  var count: Int { starts.count - 1 }

  /// A string's place in the input.
  func range(of segment: Int) -> TextRange { TextRange(starts[segment], starts[segment + 1] - 1) }

  /// The string that holds an offset; the line feed behind a string belongs to it.
  func segment(at offset: UInt32) -> Int {
    var low = 0
    var high = count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= Int(offset) { low = middle } else { high = middle }
    }
    return low
  }

  /// The article with one segment for each string that is not empty.
  func article(roles: [SegmentRole?]) -> Article {
    ArticleReader.read(input, segments: (0..<count).map { range(of: $0) }, roles: roles)
  }
}

extension SegmentedInput {
  /// For each segment of an article made of the strings the string it is.
  func numbers(of article: Article) -> [Int] {
    article.segments.map { segment(at: article.offsetMap.inputRange(of: $0.range).start) }
  }
}

/// Counts places from the start of each string.
final class SegmentPlaces: PlaceSource {
  private let segments: SegmentedInput
  private var tables: [Int: LineTable] = [:]

  init(_ segments: SegmentedInput) {
    self.segments = segments
  }

  /// The place in the string that holds the range's start; what lies beyond its end is cut off.
  func place(of range: TextRange) -> Place {
    let index = segments.segment(at: range.start)
    let whole = segments.range(of: index)
    let table = tables[index] ?? LineTable(Array(segments.input.bytes[whole.offsets]))
    tables[index] = table
    let start = min(range.start, whole.end) - whole.start
    let end = max(start, min(range.end, whole.end) - whole.start)
    return Place(segment: index, start: table.position(of: start), end: table.position(of: end))
  }
}
