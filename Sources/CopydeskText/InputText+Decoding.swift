// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU

/// Why the bytes of an input cannot be read as text.
public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path of the input as the user gave it.
  public let path: String
  /// The offset of the byte that shows it, or `nil` if the whole input is meant.
  public let offset: Int?
  /// The 1-based line and column of that byte, the column in code points, where the bytes before it are UTF-8.
  public let position: Position?
  /// One clause that says what is wrong and what was expected.
  public let message: String

  /// A place in a text.
  public struct Position: Hashable, Sendable {
    /// The 1-based line.
    public let line: Int
    /// The 1-based column in code points.
    public let column: Int
  }

  /// Creates an error.
  ///
  /// - Parameters:
  ///   - path: The path of the input as the user gave it.
  ///   - offset: The offset of the byte that shows it, or `nil` if the whole input is meant.
  ///   - bytes: The input in UTF-8 as far as that byte, or `nil` if it is in another encoding.
  ///   - message: One clause that says what is wrong and what was expected.
  public init(path: String, offset: Int?, in bytes: [UInt8]? = nil, message: String) {
    self.path = path
    self.offset = offset
    self.message = message
    position = offset.flatMap { offset in bytes.map { Position(of: offset, in: $0) } }
  }

  /// Path, offset and message, as `story.txt: byte 17: …`.
  public var description: String {
    guard let offset else { return "\(path): \(message)" }
    return "\(path): byte \(offset): \(message)"
  }
}

extension InputError.Position {
  /// The place of a byte; a byte order mark takes no column.
  fileprivate init(of offset: Int, in bytes: [UInt8]) {
    var line = 1
    var column = 1
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < min(offset, bytes.count) {
      let byte = bytes[index]
      let isBreak = byte == 0x0A || byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)
      if isBreak {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      index += 1
    }
    self.init(line: line, column: column)
  }
}

extension InputText {
  /// The largest input that is read.
  ///
  /// Offsets are 32 bits wide, and normalization may make three bytes of one, so this keeps every
  /// offset in range.
  public static let maximumByteCount = 1 << 30

  /// Decodes the bytes of an input.
  ///
  /// A byte order mark decides; without one, valid UTF-8 is taken as UTF-8 whatever was declared
  /// (systems declare ISO 8859-1 and write UTF-8). Then comes the declared encoding, then ICU's
  /// guess. Inputs that are no text are refused, and so are inputs in UTF-8 with single broken bytes:
  /// read as anything else, every other character of theirs would be garbled.
  ///
  /// - Parameters:
  ///   - path: The path as the user gave it, for errors and reports.
  ///   - bytes: The bytes of the file.
  ///   - declaredEncoding: The IANA name that the file's container gives, if any.
  /// - Returns: The input as UTF-8, with its byte order mark if it has one.
  /// - Throws: ``InputError`` if the bytes are no text or their encoding cannot be told.
  public static func decoding(
    path: String, bytes: [UInt8], declaredEncoding: String? = nil
  ) throws(InputError) -> InputText {
    try decoding(path: path, bytes: bytes, declaredEncoding: declaredEncoding, maximumByteCount: maximumByteCount)
  }

  static func decoding(
    path: String, bytes: [UInt8], declaredEncoding: String?, maximumByteCount: Int
  ) throws(InputError) -> InputText {
    guard bytes.count <= maximumByteCount else {
      throw InputError(
        path: path, offset: nil,
        message: "the file has \(bytes.count) bytes; at most \(maximumByteCount) can be read as one article")
    }
    let text = try InputDecoder(path: path, bytes: bytes, declaredEncoding: declaredEncoding).decoded()
    guard text.bytes.count <= maximumByteCount else {
      throw InputError(
        path: path, offset: nil,
        message:
          "the text has \(text.bytes.count) bytes in UTF-8; at most \(maximumByteCount) can be read as one article"
      )
    }
    return text
  }
}

/// One attempt at decoding an input.
private struct InputDecoder {
  let path: String
  let bytes: [UInt8]
  let declaredEncoding: String?

  /// Below this confidence ICU's guess is worth no more than a coin; it gives 37 for a short text in
  /// windows-1251 and 10 for anything at all.
  private static let minimumConfidence = 20

  func decoded() throws(InputError) -> InputText {
    if let encoding = encodingOfByteOrderMark { return try decode(from: encoding, because: "the byte order mark says") }
    if let declaredEncoding, InputDecoder.hidesInUTF8(declaredEncoding) {
      return try decode(from: declaredEncoding, because: "the declared encoding is")
    }
    guard let invalid = CharacterSet.firstInvalidUTF8Offset(in: bytes) else {
      if bytes.contains(0), let wide = decodedWideText() { return wide }
      try refuseBinary(bytes)
      return InputText(path: path, bytes: bytes)
    }
    if let declaredEncoding, !InputDecoder.isUTF8(declaredEncoding) {
      return try decode(from: declaredEncoding, because: "the declared encoding is")
    }
    if bytes.starts(with: InputDecoder.utf8Mark) || declaredEncoding != nil || isMostlyUTF8(from: invalid) {
      throw InputError(
        path: path, offset: invalid, in: bytes,
        message: "the byte 0x\(InputDecoder.hexadecimal(bytes[invalid])) is not valid UTF-8, although the rest is")
    }
    return try decodeDetected(invalidUTF8: invalid)
  }

  // MARK: Byte order marks

  private static let utf8Mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The encoding that a byte order mark announces; the one of UTF-8 needs no decoding.
  private var encodingOfByteOrderMark: String? {
    // UTF-32LE first: its mark starts with the one of UTF-16LE.
    if bytes.count % 4 == 0, bytes.starts(with: [0xFF, 0xFE, 0x00, 0x00]) { return "UTF-32LE" }
    if bytes.count % 4 == 0, bytes.starts(with: [0x00, 0x00, 0xFE, 0xFF]) { return "UTF-32BE" }
    if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
    if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16BE" }
    return nil
  }

  // MARK: Decoding

  private func decode(from encoding: String, because reason: String) throws(InputError) -> InputText {
    do {
      let decoded = try CharacterSet.decode(bytes, from: encoding)
      try refuseBinary(decoded)
      return InputText(path: path, bytes: decoded, encoding: encoding)
    } catch let error as InputError {
      throw error
    } catch CharacterSet.DecodingError.undecodableByte(let offset) {
      throw InputError(
        path: path, offset: offset,
        message: "the byte 0x\(InputDecoder.hexadecimal(bytes[min(offset, bytes.count - 1)])) cannot be decoded; "
          + "\(reason) \(encoding)")
    } catch {
      throw InputError(
        path: path, offset: nil,
        message: "\(reason) “\(encoding)”, which is not known; expected an IANA name such as UTF-8")
    }
  }

  private func decodeDetected(invalidUTF8: Int) throws(InputError) -> InputText {
    guard let guess = CharacterSet.detect(bytes), guess.confidence >= InputDecoder.minimumConfidence else {
      try refuseBinary(bytes)
      throw undetermined(invalidUTF8)
    }
    let isWide = guess.name.hasPrefix("UTF-16") || guess.name.hasPrefix("UTF-32")
    if !isWide { try refuseBinary(bytes) }
    // What calls itself ISO 8859-1 is windows-1252 on every desk: it only adds “ ” – € to the set.
    let encoding = guess.name == "ISO-8859-1" ? "windows-1252" : guess.name
    guard let decoded = try? CharacterSet.decode(bytes, from: encoding), InputDecoder.readsAsText(decoded) else {
      throw undetermined(invalidUTF8)
    }
    try refuseBinary(decoded)
    return InputText(path: path, bytes: decoded, encoding: encoding)
  }

  /// The text if the bytes are UTF-16 or UTF-32 without a byte order mark, which for ASCII characters
  /// also reads as UTF-8 with a NUL in every other place.
  private func decodedWideText() -> InputText? {
    guard let guess = CharacterSet.detect(bytes), guess.confidence >= 80,
      guess.name.hasPrefix("UTF-16") || guess.name.hasPrefix("UTF-32"),
      let decoded = try? CharacterSet.decode(bytes, from: guess.name), !decoded.contains(0),
      InputDecoder.readsAsText(decoded)
    else { return nil }
    return InputText(path: path, bytes: decoded, encoding: guess.name)
  }

  private func undetermined(_ offset: Int) -> InputError {
    InputError(
      path: path, offset: offset, in: bytes,
      message: "the byte 0x\(InputDecoder.hexadecimal(bytes[offset])) is not valid UTF-8, and no other encoding fits; "
        + "expected text in UTF-8")
  }

  // MARK: What is no text

  /// Refuses bytes with a NUL, or with more than one control character in a hundred.
  private func refuseBinary(_ text: [UInt8]) throws(InputError) {
    if let offset = text.firstIndex(of: 0) {
      throw InputError(
        path: path, offset: offset, in: text, message: "the file is not text: it has a NUL byte")
    }
    var controls = 0
    var firstControl = 0
    let sample = text.prefix(1 << 16)
    for (offset, byte) in sample.enumerated() where byte < 0x20 {
      switch byte {
      case 0x08...0x0D, 0x1B: break
      default:
        if controls == 0 { firstControl = offset }
        controls += 1
      }
    }
    if controls > 2, controls * 100 > sample.count {
      throw InputError(
        path: path, offset: firstControl, in: text,
        message: "the file is not text: \(controls) of its first \(sample.count) bytes are control characters")
    }
  }

  /// Whether most bytes above ASCII form valid UTF-8, so that the others are damage.
  private func isMostlyUTF8(from firstInvalid: Int) -> Bool {
    var valid = 0
    var invalid = 0
    var index = 0
    let sample = bytes.prefix(max(1 << 16, firstInvalid + 1024))
    while index < sample.count {
      let byte = sample[index]
      let length = byte < 0x80 ? 1 : byte < 0xC2 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : byte < 0xF5 ? 4 : 0
      let isComplete =
        length > 0 && index + length <= sample.count
        && sample[(index + 1)..<(index + max(length, 1))].allSatisfy { $0 & 0xC0 == 0x80 }
      if length > 1, isComplete { valid += 1 }
      if !isComplete { invalid += 1 }
      index += isComplete ? length : 1
    }
    return valid > invalid * 2
  }

  /// Whether decoded text has no C1 control or unassigned or private character, and mostly letters above ASCII.
  private static func readsAsText(_ text: [UInt8]) -> Bool {
    var letters = 0
    var others = 0
    var decoder = UTF8Decoder(Array(text.prefix(1 << 16)))
    while let (codePoint, _) = decoder.next() {
      if codePoint < 0x80 || codePoint == 0xFFFD { continue }
      let category = UnicodeProperties.category(of: codePoint)
      if category.isLetter || category.isMark {
        letters += 1
      } else if category.isPunctuation || category.isSeparator || category.isFormat {
        continue
      } else if (0x80..<0xA0).contains(codePoint) || category.isUnassignedOrPrivate {
        return false
      } else {
        others += 1
      }
    }
    return others <= letters + 4
  }

  /// Whether text in the encoding can be valid UTF-8 by its bytes and still mean something else.
  private static func hidesInUTF8(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return ["utf-16", "utf16", "utf-32", "utf32", "iso-2022", "hz", "utf-7"].contains { lowered.hasPrefix($0) }
  }

  private static func isUTF8(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return lowered == "utf-8" || lowered == "utf8"
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.utf8.count == 1 ? "0" + digits : digits
  }
}
