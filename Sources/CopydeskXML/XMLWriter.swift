// SPDX-License-Identifier: Apache-2.0

/// Writes an XML document, two spaces deeper for each level.
///
/// An element holds either other elements, each on a line of its own, or text on one line. The same calls
/// always give the same bytes.
public struct XMLWriter {
  private var bytes: [UInt8] = []
  private var open: [(name: String, hasChildren: Bool)] = []
  private var tagIsOpen = false

  /// Starts a document in UTF-8.
  public init() { append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

  /// Writes a line that stands before the root element, such as a document type.
  public mutating func prolog(_ line: String) { append(line + "\n") }

  /// Starts an element that holds other elements.
  ///
  /// - Parameters:
  ///   - name: The name with its prefix.
  ///   - attributes: The attributes in the order in which they are written; those without a value are left out.
  public mutating func start(_ name: String, _ attributes: [(String, String?)] = []) {
    startTag(name, attributes)
    open.append((name, false))
    tagIsOpen = true
  }

  /// Ends the element that was started last.
  ///
  /// - Precondition: There is one.
  public mutating func end() {
    precondition(!open.isEmpty, "an end without a start")
    let element = open.removeLast()
    if tagIsOpen {
      append("/>\n")
      tagIsOpen = false
    } else {
      indent()
      append("</\(element.name)>\n")
    }
  }

  /// Writes an element that holds text, on one line.
  ///
  /// - Parameters:
  ///   - name: The name with its prefix.
  ///   - attributes: The attributes in the order in which they are written; those without a value are left out.
  ///   - text: The text; without one the element is empty.
  public mutating func element(_ name: String, _ attributes: [(String, String?)] = [], text: String = "") {
    startTag(name, attributes)
    if text.isEmpty {
      append("/>\n")
    } else {
      append(">")
      escape(text, inAttribute: false)
      append("</\(name)>\n")
    }
  }

  /// The bytes of the document.
  ///
  /// - Precondition: Every element has ended.
  public func finished() -> [UInt8] {
    precondition(open.isEmpty, "the element \(open.last?.name ?? "") has not ended")
    return bytes
  }

  /// Whether an element can hold every character of a text.
  public static func canWrite(_ text: String) -> Bool { text.unicodeScalars.allSatisfy(isAllowed) }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{0}"..<"\u{9}", "\u{B}"..<"\u{D}", "\u{E}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": false
    default: true
    }
  }

  private mutating func startTag(_ name: String, _ attributes: [(String, String?)]) {
    if tagIsOpen {
      append(">\n")
      tagIsOpen = false
    }
    indent()
    append("<\(name)")
    for case (let key, let value?) in attributes {
      append(" \(key)=\"")
      escape(value, inAttribute: true)
      append("\"")
    }
  }

  private mutating func indent() { for _ in open { append("  ") } }

  private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes text so that a parser gives the same text back; characters that XML cannot hold become U+FFFD.
  private mutating func escape(_ text: String, inAttribute: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": append("&amp;")
      case "<": append("&lt;")
      case ">": append("&gt;")
      case "\"" where inAttribute: append("&quot;")
      case "\t" where inAttribute: append("&#9;")
      case "\n" where inAttribute: append("&#10;")
      case "\r": append("&#13;")
      case _ where !XMLWriter.isAllowed(scalar): append("\u{FFFD}")
      default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
    }
  }
}
