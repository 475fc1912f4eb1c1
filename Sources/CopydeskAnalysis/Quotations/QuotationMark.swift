// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// What is known of quotation marks as characters.
enum QuotationMark {
  static let straight: UInt32 = 0x22
  static let straightSingle: UInt32 = 0x27
  static let leftDouble: UInt32 = 0x201C
  static let rightDouble: UInt32 = 0x201D
  static let lowDouble: UInt32 = 0x201E
  static let leftSingle: UInt32 = 0x2018
  static let rightSingle: UInt32 = 0x2019
  static let lowSingle: UInt32 = 0x201A
  static let leftGuillemet: UInt32 = 0xAB
  static let rightGuillemet: UInt32 = 0xBB

  /// Whether the character is a quotation mark in some language.
  @inline(__always)
  static func contains(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case straight, straightSingle, leftGuillemet, rightGuillemet, 0x2018...0x201F, 0x2039, 0x203A, 0x300C...0x300F,
      0x301D...0x301F, 0xFF02:
      true
    default: false
    }
  }

  /// Whether the mark is also an apostrophe, or a half of quotation marks that apostrophes may close.
  static func isSingle(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case straightSingle, leftSingle, rightSingle, lowSingle, 0x201B: true
    default: false
    }
  }

  /// Whether the second mark can close what the first opened, by some convention in use.
  ///
  /// English “”, German „“ and ‚‘, Polish „”, Swedish ”” and »», inward »«, and the straight marks, which careless
  /// copy mixes with any double mark.
  static func closes(_ opening: UInt32, _ closing: UInt32) -> Bool {
    switch opening {
    case leftDouble, 0x201F: closing == rightDouble || closing == straight || closing == leftDouble
    case rightDouble: closing == rightDouble || closing == straight
    case lowDouble: closing == leftDouble || closing == rightDouble || closing == straight
    case straight: closing == straight || closing == rightDouble || closing == leftDouble
    case leftGuillemet: closing == rightGuillemet
    case rightGuillemet: closing == leftGuillemet || closing == rightGuillemet
    case 0x2039: closing == 0x203A
    case 0x203A: closing == 0x2039 || closing == 0x203A
    case leftSingle, 0x201B: closing == rightSingle || closing == straightSingle
    case lowSingle:
      closing == leftSingle || closing == rightSingle || closing == straightSingle || closing == leftDouble
    case straightSingle: closing == straightSingle || closing == rightSingle
    case 0x300C: closing == 0x300D
    case 0x300E: closing == 0x300F
    case 0x301D: closing == 0x301E || closing == 0x301F
    case 0xFF02: closing == 0xFF02
    default: false
    }
  }

  /// The way a mark points.
  enum Direction {
    case opening
    case closing
    case either
  }

  /// The way the mark points by its shape, whatever stands around it.
  static func shape(of codePoint: UInt32) -> Direction {
    switch codePoint {
    case lowDouble, lowSingle, 0x300C, 0x300E, 0x301D: .opening
    case 0x300D, 0x300F, 0x301E, 0x301F: .closing
    default: .either
    }
  }

  /// The way the mark points where nothing around it tells.
  static func habit(of codePoint: UInt32) -> Direction {
    switch codePoint {
    case leftDouble, 0x201F, leftGuillemet, 0x2039, leftSingle, 0x201B: .opening
    case rightDouble, rightGuillemet, 0x203A, rightSingle: .closing
    default: shape(of: codePoint)
    }
  }
}
