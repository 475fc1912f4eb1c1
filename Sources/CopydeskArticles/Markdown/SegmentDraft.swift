// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// A segment while a reader of markup puts it together.
struct SegmentDraft {
  /// A piece of a segment's text.
  enum Piece: Hashable {
    /// A range of the input as it stands.
    case verbatim(TextRange)
    /// Text that stands for a range of the input.
    case replacement([UInt8], TextRange)
    /// The start of a part that no rule about wording may touch.
    case protectionStart
    /// Its end.
    case protectionEnd
    /// The start of emphasized words.
    case emphasisStart
    /// Their end.
    case emphasisEnd
  }

  /// The part the segment plays.
  var role: SegmentRole
  /// The language a `lang` attribute gives it.
  var language: LanguageTag?
  /// Its text.
  var pieces: [Piece] = []
  /// Whether any text stands outside of strong emphasis.
  var hasPlainText = false

  init(_ role: SegmentRole, language: LanguageTag? = nil) {
    self.role = role
    self.language = language
  }

  /// The text as rules will read it, but for normalization.
  func text(from bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    for piece in pieces {
      switch piece {
      case .verbatim(let range): text.append(contentsOf: bytes[range.offsets])
      case .replacement(let replacement, _): text.append(contentsOf: replacement)
      case .protectionStart, .protectionEnd, .emphasisStart, .emphasisEnd: break
      }
    }
    return text
  }

  /// Whether the segment has no visible text.
  func isBlank(in bytes: [UInt8]) -> Bool {
    for piece in pieces {
      switch piece {
      case .verbatim(let range) where !TextLines.trimmed(Int(range.start), Int(range.end), in: bytes).isEmpty:
        return false
      case .replacement(let text, _) where !TextLines.trimmed(0, text.count, in: text).isEmpty: return false
      default: continue
      }
    }
    return true
  }

  /// Hands the segment to a builder.
  func append(to builder: inout ArticleBuilder) {
    builder.beginSegment(role, language: language)
    for piece in pieces {
      switch piece {
      case .verbatim(let range): builder.append(range)
      case .replacement(let text, let range): builder.append(text, for: range)
      case .protectionStart: builder.beginProtected()
      case .protectionEnd: builder.endProtected()
      case .emphasisStart: builder.beginEmphasized()
      case .emphasisEnd: builder.endEmphasized()
      }
    }
    builder.endProtected()
    builder.endSegment()
  }
}
