// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText
internal import CopydeskYAML

/// Lines up a YAML scalar's text with the bytes it was read from.
enum YAMLScalarPieces {
  /// The pieces of a scalar, whatever its style: plain, quoted, literal or folded.
  ///
  /// The base is the offset of the YAML in the input.
  static func pieces(of node: YAMLNode, text: String, in bytes: [UInt8], base: Int) -> [SegmentDraft.Piece] {
    let range = base + node.start.offset..<min(bytes.count, base + node.end.offset)
    let value = Array(text.utf8)
    var aligner = Aligner(bytes: bytes, range: range, value: value)
    return aligner.align() ?? [.replacement(value, TextRange(range.lowerBound, range.upperBound))]
  }

  private struct Aligner {
    let bytes: [UInt8]
    let range: Range<Int>
    let value: [UInt8]
    private var pieces: [SegmentDraft.Piece] = []
    private var input: Int
    private var output = 0
    private var verbatimStart: Int

    init(bytes: [UInt8], range: Range<Int>, value: [UInt8]) {
      self.bytes = bytes
      self.range = range
      self.value = value
      input = range.lowerBound
      verbatimStart = input
    }

    /// The pieces, or `nil` if text and bytes part ways.
    mutating func align() -> [SegmentDraft.Piece]? {
      guard input < range.upperBound else { return value.isEmpty ? [] : nil }
      let style = bytes[input]
      switch style {
      case 0x22, 0x27: input += 1
      case 0x7C, 0x3E: skipBlockHeader()
      default: break
      }
      verbatimStart = input
      while output < value.count, input < range.upperBound {
        let byte = bytes[input]
        if style == 0x22, byte == 0x5C {
          escape()
        } else if style == 0x27, byte == 0x27 {
          guard input + 1 < range.upperBound, bytes[input + 1] == 0x27, value[output] == 0x27 else { return nil }
          replace(2, 1)
        } else if byte == value[output], byte != 0x0A, byte != 0x0D, !(isBlank(byte) && blankRunHasBreak()) {
          input += 1
          output += 1
        } else if isBlank(byte) || byte == 0x0A || byte == 0x0D {
          fold()
        } else {
          return nil
        }
      }
      flush()
      guard output < value.count else { return pieces }
      // A literal block ends with a line break that the range may leave out.
      return value[output...].allSatisfy { $0 == 0x0A } ? pieces : nil
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    private func blankRunHasBreak() -> Bool {
      var index = input
      while index < range.upperBound, isBlank(bytes[index]) { index += 1 }
      return index < range.upperBound && (bytes[index] == 0x0A || bytes[index] == 0x0D)
    }

    private mutating func skipBlockHeader() {
      while input < range.upperBound, bytes[input] != 0x0A, bytes[input] != 0x0D { input += 1 }
      while input < range.upperBound, bytes[input] <= 0x20 { input += 1 }
    }

    private mutating func flush() {
      if verbatimStart < input { pieces.append(.verbatim(TextRange(verbatimStart, input))) }
      verbatimStart = input
    }

    private mutating func replace(_ inputCount: Int, _ outputCount: Int) {
      flush()
      let end = min(range.upperBound, input + inputCount)
      if outputCount > 0 {
        pieces.append(.replacement(Array(value[output..<output + outputCount]), TextRange(input, end)))
      }
      input = end
      output += outputCount
      verbatimStart = input
    }

    /// A line break with the white space around it, which reads as a space, as line breaks or as nothing.
    private mutating func fold() {
      var end = input
      while end < range.upperBound, bytes[end] <= 0x20 { end += 1 }
      var count = 0
      while output + count < value.count, value[output + count] == 0x20 || value[output + count] == 0x0A { count += 1 }
      replace(end - input, count)
    }

    private mutating func escape() {
      guard input + 1 < range.upperBound else { return replace(1, 0) }
      let count: Int
      switch bytes[input + 1] {
      case 0x78: count = 4
      case 0x75: count = 6
      case 0x55: count = 10
      case 0x0A, 0x0D:
        // An escaped line break joins the lines without a space.
        var end = input + 1
        while end < range.upperBound, bytes[end] <= 0x20 { end += 1 }
        return replace(end - input, 0)
      default: count = 2
      }
      replace(count, UTF8Decoder.codePoint(in: value.span, at: output).length)
    }
  }
}
