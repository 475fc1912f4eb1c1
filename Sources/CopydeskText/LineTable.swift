// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU

/// A place in a text as people and editors count it.
public struct TextPosition: Hashable, Sendable {
  /// The offset in UTF-8 bytes.
  public let byte: Int
  /// The offset in UTF-16 code units.
  public let utf16: Int
  /// The 1-based line.
  public let line: Int
  /// The 1-based column in code points; a byte order mark does not count.
  public let column: Int

  /// Creates a position.
  public init(byte: Int, utf16: Int, line: Int, column: Int) {
    self.byte = byte
    self.utf16 = utf16
    self.line = line
    self.column = column
  }
}

/// The starts of a text's lines, for turning byte offsets into lines and columns.
///
/// Lines end with LF, CR LF or CR. Building the table is one pass over the text; each position then
/// costs a search for its line and a look at most at a kilobyte, however long the line is.
public struct LineTable: Sendable {
  /// What stands before an offset, in other units than bytes.
  private struct Counts {
    var utf16 = 0
    var codePoints = 0
  }

  private let bytes: [UInt8]
  private let starts: [Int]
  /// The counts before every 1,024th byte.
  private let checkpoints: [Counts]

  private static let checkpointShift = 10

  /// Creates the table of a text; the bytes are valid UTF-8.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var checkpoints: [Counts] = []
    checkpoints.reserveCapacity(bytes.count >> LineTable.checkpointShift + 1)
    var counts = Counts()
    let span = bytes.span
    for index in span.indices {
      if index & (1 << LineTable.checkpointShift - 1) == 0 { checkpoints.append(counts) }
      let byte = span[index]
      LineTable.count(byte, in: &counts)
      let isBreak =
        byte == 0x0A || (byte == 0x0D && (index + 1 == span.count || span[index + 1] != 0x0A))
      if isBreak { starts.append(index + 1) }
    }
    self.starts = starts
    self.checkpoints = checkpoints
  }

  /// The number of lines; a text that ends with a line break has an empty last line.
  public var lineCount: Int { starts.count }

  /// The range of a 1-based line without its line break.
  public func range(ofLine line: Int) -> TextRange {
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return TextRange(start, end)
  }

  /// The 1-based line that holds the offset.
  public func line(containing offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The position of a byte offset; offsets beyond the end give the end.
  public func position(of offset: UInt32) -> TextPosition {
    let offset = min(Int(offset), bytes.count)
    let line = line(containing: offset)
    let counts = counts(before: offset)
    var column = counts.codePoints - self.counts(before: starts[line - 1]).codePoints + 1
    if line == 1, offset >= 3, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { column -= 1 }
    return TextPosition(byte: offset, utf16: counts.utf16, line: line, column: column)
  }

  private func counts(before offset: Int) -> Counts {
    guard !checkpoints.isEmpty else { return Counts() }
    let checkpoint = min(offset >> LineTable.checkpointShift, checkpoints.count - 1)
    var counts = checkpoints[checkpoint]
    for index in (checkpoint << LineTable.checkpointShift)..<offset { LineTable.count(bytes[index], in: &counts) }
    return counts
  }

  @inline(__always)
  private static func count(_ byte: UInt8, in counts: inout Counts) {
    let units = utf16Units(startingWith: byte)
    counts.utf16 += units
    if units > 0 { counts.codePoints += 1 }
  }

  /// UTF-16 code units of the character whose UTF-8 form starts with the byte; 0 for continuation bytes.
  private static func utf16Units(startingWith byte: UInt8) -> Int {
    if byte & 0xC0 == 0x80 { return 0 }
    return byte >= 0xF0 ? 2 : 1
  }
}

/// How many columns text takes on a terminal.
public enum DisplayWidth {
  /// The columns of a text: wide characters take two, combining and invisible ones none.
  ///
  /// Control characters and tabs count as one; expand tabs first.
  public static func columns(of text: some Sequence<UInt8>) -> Int {
    var width = 0
    var scalars = UTF8Decoder(Array(text))
    var previousWasJoiner = false
    var flagIsOpen = false
    while let (codePoint, _) = scalars.next() {
      if codePoint < 0x300 {
        width += codePoint == 0xAD ? 0 : 1
        previousWasJoiner = false
        continue
      }
      if codePoint == 0x200D {
        previousWasJoiner = true
        continue
      }
      // Two regional indicators make one flag of two columns.
      if (0x1F1E6...0x1F1FF).contains(codePoint) {
        if !flagIsOpen { width += 2 }
        flagIsOpen.toggle()
        continue
      }
      flagIsOpen = false
      let category = UnicodeProperties.category(of: codePoint)
      let isModifier = (0x1F3FB...0x1F3FF).contains(codePoint)
      if category.isMark || isModifier || previousWasJoiner || UnicodeProperties.isDefaultIgnorable(codePoint) {
        previousWasJoiner = false
        continue
      }
      width += UnicodeProperties.isWide(codePoint) ? 2 : 1
    }
    return width
  }
}
