// SPDX-License-Identifier: Apache-2.0

/// Some lines of a stream.
public struct StreamLines: Sendable {
  /// A line.
  public enum Line: Hashable, Sendable {
    /// A line by its place in the bytes, without the line feed.
    case complete(Range<Int>)
    /// A line that was too long to keep.
    case tooLong
  }

  /// The bytes the lines stand in.
  public let bytes: [UInt8]
  /// The lines in order.
  public let lines: [Line]
}

/// Cuts a stream of bytes into lines that end with a line feed.
///
/// What is kept is one unfinished line, and of a line that is too long nothing.
public struct StreamLineSplitter {
  private let maximumLength: Int
  private var rest: [UInt8] = []
  private var isSkipping = false

  /// Creates a splitter that keeps lines up to a length in bytes.
  public init(maximumLength: Int = StreamService.maximumRecordLength) {
    self.maximumLength = maximumLength
  }

  /// Takes the next bytes of the stream and gives the lines that they complete.
  public mutating func append(_ bytes: [UInt8]) -> StreamLines {
    var lines: [StreamLines.Line] = []
    let searchStart = rest.count
    if rest.isEmpty { rest = bytes } else { rest.append(contentsOf: bytes) }
    var lineStart = 0
    for index in searchStart..<rest.count where rest[index] == 0x0A {
      lines.append(isSkipping || index - lineStart > maximumLength ? .tooLong : .complete(lineStart..<index))
      isSkipping = false
      lineStart = index + 1
    }
    defer {
      rest.removeFirst(lineStart)
      if rest.count > maximumLength { isSkipping = true }
      if isSkipping { rest = [] }
    }
    return StreamLines(bytes: rest, lines: lines)
  }

  /// The last line, if the stream does not end with a line feed.
  public mutating func finish() -> StreamLines {
    defer {
      rest = []
      isSkipping = false
    }
    if isSkipping { return StreamLines(bytes: [], lines: [.tooLong]) }
    return StreamLines(bytes: rest, lines: rest.isEmpty ? [] : [.complete(0..<rest.count)])
  }
}
