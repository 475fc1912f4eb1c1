// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CopydeskText

@Suite struct InputDecodingTests {
  /// Bytes with the text and encoding they must give.
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    var declared: String?
    let text: String
    let encoding: String
    var testDescription: String { name }
  }

  static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return bigEndian ? pair.reversed() : pair
    }
  }

  static func utf32(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.unicodeScalars.flatMap { scalar in
      let four = (0..<4).map { UInt8(scalar.value >> (8 * UInt32($0)) & 0xFF) }
      return bigEndian ? four.reversed() : four
    }
  }

  static let spanish = "El ministro dijo que la prisión estará llena en dos años, según fuentes de la nación."
  static let russian = "Министр заявил, что тюрьма будет заполнена за два года."

  /// windows-1251 for the letters А...я, ASCII as it is.
  static func windows1251(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { $0.value < 0x80 ? UInt8($0.value) : UInt8($0.value - 0x410 + 0xC0) }
  }

  static let cases: [Case] = [
    Case(name: "UTF-8", bytes: Array("Año 🇻🇪".utf8), text: "Año 🇻🇪", encoding: "UTF-8"),
    Case(
      name: "UTF-8 with mark", bytes: [0xEF, 0xBB, 0xBF] + Array("Año".utf8), text: "\u{FEFF}Año", encoding: "UTF-8"),
    Case(name: "empty", bytes: [], text: "", encoding: "UTF-8"),
    Case(
      name: "UTF-16LE with mark", bytes: utf16("\u{FEFF}Año 🇻🇪", bigEndian: false), text: "\u{FEFF}Año 🇻🇪",
      encoding: "UTF-16LE"),
    Case(
      name: "UTF-16BE with mark", bytes: utf16("\u{FEFF}Año 🇻🇪", bigEndian: true), text: "\u{FEFF}Año 🇻🇪",
      encoding: "UTF-16BE"),
    Case(
      name: "UTF-32LE with mark", bytes: utf32("\u{FEFF}Año 🇻🇪", bigEndian: false), text: "\u{FEFF}Año 🇻🇪",
      encoding: "UTF-32LE"),
    Case(
      name: "UTF-32BE with mark", bytes: utf32("\u{FEFF}Año 🇻🇪", bigEndian: true), text: "\u{FEFF}Año 🇻🇪",
      encoding: "UTF-32BE"),
    Case(
      name: "UTF-16LE without mark", bytes: utf16("A story in plain letters, saved on Windows.", bigEndian: false),
      text: "A story in plain letters, saved on Windows.", encoding: "UTF-16LE"),
    Case(
      name: "long UTF-16, pairs at chunk ends",
      bytes: utf16("\u{FEFF}" + String(repeating: "a🇻🇪", count: 9000), bigEndian: false),
      text: "\u{FEFF}" + String(repeating: "a🇻🇪", count: 9000), encoding: "UTF-16LE"),
    Case(
      name: "declared ISO 8859-1, in truth UTF-8", bytes: Array(spanish.utf8), declared: "ISO-8859-1", text: spanish,
      encoding: "UTF-8"),
    Case(
      name: "declared windows-1252", bytes: [0x93, 0xA1, 0x4F, 0x6C, 0xE9, 0x21, 0x94], declared: "windows-1252",
      text: "“¡Olé!”", encoding: "windows-1252"),
    Case(
      name: "declared ISO-2022-JP", bytes: [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42],
      declared: "ISO-2022-JP", text: "日本", encoding: "ISO-2022-JP"),
    Case(
      name: "detected windows-1252", bytes: spanish.unicodeScalars.map { UInt8($0.value) }, text: spanish,
      encoding: "windows-1252"),
    Case(name: "detected windows-1251", bytes: windows1251(russian), text: russian, encoding: "windows-1251"),
  ]

  @Test(arguments: cases)
  func `bytes decode to text`(_ item: Case) throws {
    let input = try InputText.decoding(path: "story.txt", bytes: item.bytes, declaredEncoding: item.declared)
    #expect(String(decoding: input.bytes, as: UTF8.self) == item.text)
    #expect(input.encoding == item.encoding)
  }

  /// Bytes that must be refused, with the offset the error names.
  struct Refusal: CustomTestStringConvertible, Sendable {
    let name: String
    let bytes: [UInt8]
    var declared: String?
    let offset: Int?
    let message: String
    var testDescription: String { name }
  }

  static let refusals: [Refusal] = [
    Refusal(name: "NUL", bytes: Array("PNG".utf8) + [0, 1, 2], offset: 3, message: "NUL"),
    Refusal(
      name: "PNG file", bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13], offset: 8,
      message: "NUL"),
    Refusal(
      name: "controls", bytes: Array("ab".utf8) + [1, 2, 3, 4], offset: 2, message: "4 of its first 6 bytes"),
    Refusal(
      name: "one broken byte in UTF-8", bytes: Array("años después, según la nación".utf8) + [0xE9, 0x2E], offset: 33,
      message: "0xE9 is not valid UTF-8, although the rest is"),
    Refusal(
      name: "overlong form", bytes: Array("“años”".utf8) + [0xC0, 0xAF], offset: 11, message: "0xC0 is not valid UTF-8"),
    Refusal(
      name: "surrogate", bytes: Array("“años”".utf8) + [0xED, 0xA0, 0x80], offset: 11,
      message: "0xED is not valid UTF-8"),
    Refusal(
      name: "above U+10FFFF", bytes: Array("“años”".utf8) + [0xF4, 0x90, 0x80, 0x80], offset: 11,
      message: "0xF4 is not valid UTF-8"),
    Refusal(
      name: "cut inside a character", bytes: Array("“años”".utf8).dropLast(), offset: 8,
      message: "0xE2 is not valid UTF-8"),
    Refusal(
      name: "lone surrogate in UTF-16", bytes: [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xDC, 0x42, 0x00], offset: 4,
      message: "cannot be decoded; the byte order mark says UTF-16LE"),
    Refusal(
      name: "unknown declared encoding", bytes: [0xE9], declared: "latin-klingon", offset: nil,
      message: "“latin-klingon”, which is not known"),
    Refusal(
      name: "declared UTF-8 that is none", bytes: [0x41, 0xE9], declared: "utf-8", offset: 1,
      message: "0xE9 is not valid UTF-8"),
  ]

  @Test(arguments: refusals)
  func `bytes that are no text are refused with their place`(_ item: Refusal) {
    let error = #expect(throws: InputError.self) {
      try InputText.decoding(path: "story.txt", bytes: item.bytes, declaredEncoding: item.declared)
    }
    #expect(error?.path == "story.txt")
    #expect(error?.offset == item.offset)
    #expect(error?.message.contains(item.message) == true, "\(error?.description ?? "no error")")
  }

  @Test func `an input above the limit is refused`() {
    let error = #expect(throws: InputError.self) {
      try InputText.decoding(path: "big.txt", bytes: Array("12345".utf8), declaredEncoding: nil, maximumByteCount: 4)
    }
    #expect(error?.description == "big.txt: the file has 5 bytes; at most 4 can be read as one article")
  }

  @Test func `validation agrees with the standard library on every two- and three-byte sequence`() {
    for first in UInt8(0xB0)...0xFF {
      for second in stride(from: UInt8(0x70), through: 0xF0, by: 1) {
        for third in [nil, 0x41, 0x80, 0xBF, 0xC0] as [UInt8?] {
          let bytes = [first, second] + (third.map { [$0] } ?? [])
          let isValid = String(validating: bytes, as: UTF8.self) != nil
          let error = try? InputText.decoding(path: "x", bytes: Array("ññññññññ".utf8) + bytes)
          #expect((error != nil) == isValid, "\(bytes)")
        }
      }
    }
  }

  @Test func `damage in UTF-8 is named with line and column`() throws {
    let bytes = Array("\u{FEFF}año\r\nuño\rcañó".utf8) + [0x97]
    let error = #expect(throws: InputError.self) { try InputText.decoding(path: "a.txt", bytes: bytes) }
    #expect(error?.position?.line == 3)
    #expect(error?.position?.column == 5)
  }
}
