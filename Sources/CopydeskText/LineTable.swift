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
/// costs one pass over its line, and one over the text before it for UTF-16.
public struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]
  /// The UTF-16 offset of each line start.
  private let utf16Starts: [Int]

  /// Creates the table of a text; the bytes are valid UTF-8.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var utf16Starts = [0]
    var utf16 = 0
    let span = bytes.span
    for index in span.indices {
      let byte = span[index]
      utf16 += LineTable.utf16Units(startingWith: byte)
      let isBreak =
        byte == 0x0A || (byte == 0x0D && (index + 1 == span.count || span[index + 1] != 0x0A))
      if isBreak {
        starts.append(index + 1)
        utf16Starts.append(utf16)
      }
    }
    self.starts = starts
    self.utf16Starts = utf16Starts
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
    var column = 1
    var utf16 = utf16Starts[line - 1]
    let start = starts[line - 1]
    var index = start
    if index == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]), offset >= 3 {
      index = 3
      utf16 += 1
    }
    while index < offset {
      let units = LineTable.utf16Units(startingWith: bytes[index])
      utf16 += units
      if units > 0 { column += 1 }
      index += 1
    }
    return TextPosition(byte: offset, utf16: utf16, line: line, column: column)
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
