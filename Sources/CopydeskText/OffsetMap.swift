// SPDX-License-Identifier: Apache-2.0

/// Leads from offsets in extracted prose back to offsets in the input.
///
/// The map is a list of pieces in the order of the prose. A verbatim piece copies input bytes one by
/// one; a replaced piece stands for input that reads differently (an entity, a line break, text that
/// was brought into normalization form C), and every offset inside it leads to the whole of that input.
public struct OffsetMap: Sendable {
  /// A run of prose and the input it came from.
  public struct Piece: Hashable, Sendable {
    /// The prose.
    public let prose: TextRange
    /// The input; of the same length as the prose if the piece is verbatim.
    public let input: TextRange
    /// Whether prose and input are the same bytes.
    public let isVerbatim: Bool
  }

  /// The pieces: in order, without gaps in the prose.
  public private(set) var pieces: [Piece] = []

  /// Creates an empty map.
  public init() {}

  /// The length of the mapped prose.
  public var proseCount: Int { Int(pieces.last?.prose.end ?? 0) }

  /// Appends prose that copies the input range byte for byte.
  public mutating func appendVerbatim(_ input: TextRange) {
    if input.isEmpty { return }
    let start = proseCount
    if let last = pieces.last, last.isVerbatim, last.input.end == input.start {
      pieces[pieces.count - 1] = Piece(
        prose: TextRange(Int(last.prose.start), start + input.count),
        input: TextRange(start: last.input.start, end: input.end),
        isVerbatim: true)
    } else {
      pieces.append(Piece(prose: TextRange(start, start + input.count), input: input, isVerbatim: true))
    }
  }

  /// Appends prose of another length or content than the input it stands for.
  public mutating func appendReplaced(proseCount count: Int, input: TextRange) {
    if count == 0 { return }
    let start = proseCount
    pieces.append(Piece(prose: TextRange(start, start + count), input: input, isVerbatim: false))
  }

  /// The input range that a prose range came from.
  ///
  /// The ends are mapped from the inside, so text that was left out of the prose next to the range
  /// (a link's target, an emphasis mark) is not part of the answer. An offset inside a replaced
  /// piece widens the answer to the whole piece.
  public func inputRange(of prose: TextRange) -> TextRange {
    guard !pieces.isEmpty else { return TextRange(0, 0) }
    let first = pieces[pieceIndex(containing: prose.start)]
    let start =
      first.isVerbatim
      ? min(first.input.start + (prose.start - first.prose.start), first.input.end) : first.input.start
    if prose.isEmpty { return TextRange(start: start, end: start) }
    let last = pieces[pieceIndex(containing: prose.end - 1)]
    let end =
      last.isVerbatim
      ? min(last.input.start + (prose.end - last.prose.start), last.input.end) : last.input.end
    return TextRange(start: min(start, end), end: max(start, end))
  }

  /// The map that leads farther, through the map of the text that is this one's input.
  public func composed(with outer: OffsetMap) -> OffsetMap {
    var composed = OffsetMap()
    for piece in pieces {
      guard piece.isVerbatim else {
        composed.appendReplaced(proseCount: piece.prose.count, input: outer.inputRange(of: piece.input))
        continue
      }
      var index = outer.pieceIndex(containing: piece.input.start)
      var start = piece.input.start
      while start < piece.input.end, index < outer.pieces.count {
        let next = outer.pieces[index]
        let end = min(piece.input.end, next.prose.end)
        if next.isVerbatim {
          let offset = next.input.start + (start - next.prose.start)
          composed.appendVerbatim(TextRange(start: offset, end: offset + (end - start)))
        } else {
          composed.appendReplaced(proseCount: Int(end - start), input: next.input)
        }
        start = end
        index += 1
      }
    }
    return composed
  }

  /// Whether a prose range is the same bytes, in one run, in the input.
  ///
  /// An empty range is where it touches such a run.
  public func isVerbatim(_ prose: TextRange) -> Bool {
    guard !pieces.isEmpty else { return false }
    let index = pieceIndex(containing: prose.start)
    let piece = pieces[index]
    if piece.isVerbatim, piece.prose.start <= prose.start, prose.end <= piece.prose.end { return true }
    guard prose.isEmpty, index > 0, piece.prose.start == prose.start else { return false }
    return pieces[index - 1].isVerbatim
  }

  /// The last piece that starts at or before the offset.
  private func pieceIndex(containing offset: UInt32) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].prose.start <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
