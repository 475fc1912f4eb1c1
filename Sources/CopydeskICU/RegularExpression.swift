// SPDX-License-Identifier: Apache-2.0

import CICU

/// A regular expression of ICU, compiled.
///
/// An expression keeps the state of a search, so it can be neither copied nor sent: compile one per task.
/// Searches give up when they take too long, so no pattern that somebody wrote can stop the program.
@safe
public struct RegularExpression: ~Copyable {
  /// How a pattern is read.
  public struct Options: OptionSet, Sendable {
    /// ICU's flags.
    public let rawValue: UInt32

    /// Creates options from ICU's flags.
    public init(rawValue: UInt32) {
      self.rawValue = rawValue
    }

    /// Letters match in any case.
    public static let ignoresCase = Options(rawValue: 2)
    /// `^` and `$` also match at the ends of lines.
    public static let anchorsMatchLines = Options(rawValue: 8)
  }

  /// Why a pattern cannot be compiled or searched with.
  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// ICU's name for it, such as `U_REGEX_MISMATCHED_PAREN`.
    public let name: String
    /// The 0-based offset in the pattern, in UTF-16 units as ICU counts, or `nil` if ICU names none.
    public let offset: Int?

    /// What is wrong, in words.
    public var description: String {
      switch name {
      case "U_REGEX_RULE_SYNTAX": "its syntax is not ICU's"
      case "U_REGEX_BAD_ESCAPE_SEQUENCE": "it has an unknown escape sequence"
      case "U_REGEX_PROPERTY_SYNTAX": "it names an unknown character property"
      case "U_REGEX_UNIMPLEMENTED": "it needs something that ICU does not have"
      case "U_REGEX_MISMATCHED_PAREN": "its parentheses do not match"
      case "U_REGEX_NUMBER_TOO_BIG": "it has a number that is too large"
      case "U_REGEX_BAD_INTERVAL": "it has an interval that is not {n,m}"
      case "U_REGEX_MAX_LT_MIN": "it has an interval that ends before it starts"
      case "U_REGEX_INVALID_BACK_REF": "it refers to a group that it does not have"
      case "U_REGEX_INVALID_FLAG": "it sets an unknown flag"
      case "U_REGEX_LOOK_BEHIND_LIMIT": "it looks behind without a limit"
      case "U_REGEX_SET_CONTAINS_STRING": "a set contains a text"
      case "U_REGEX_MISSING_CLOSE_BRACKET": "a bracket is not closed"
      case "U_REGEX_INVALID_RANGE": "a set has a range that ends before it starts"
      case "U_REGEX_INVALID_CAPTURE_GROUP_NAME": "it refers to a group name that it does not have"
      case "U_REGEX_TIME_OUT", "U_REGEX_STACK_OVERFLOW": "it takes too long"
      default: "ICU refuses it with \(name)"
      }
    }
  }

  /// One place where the expression matches.
  public struct Match: Hashable, Sendable {
    /// The UTF-8 offsets of the match and of each group; `nil` for a group that took no part.
    public let groups: [Range<Int>?]

    /// The UTF-8 offsets of the whole match.
    public var range: Range<Int> { groups.first.flatMap { $0 } ?? 0..<0 }
  }

  /// How long a search may take, in ICU's steps; each is about a millisecond.
  private static let stepLimit: Int32 = 2000

  private let handle: OpaquePointer
  /// The number of groups in parentheses.
  public let groupCount: Int

  /// Compiles a pattern in ICU's syntax.
  ///
  /// - Throws: ``Failure`` if ICU cannot read it.
  public init(_ pattern: String, options: Options = []) throws(Failure) {
    let bytes = Array(pattern.utf8)
    var line: Int32 = 0
    var offset: Int32 = -1
    var status: Int32 = 0
    let handle = unsafe bytes.withUnsafeBufferPointer { buffer -> OpaquePointer? in
      guard let base = buffer.baseAddress, let length = Int32(exactly: buffer.count) else { return nil }
      return unsafe cicu_regex_open(base, length, options.rawValue, &line, &offset, &status)
    }
    guard let handle = unsafe handle else {
      // An empty pattern is an illegal argument for ICU too.
      throw Failure(name: ICUError(status: max(status, 1)).description, offset: offset < 0 ? nil : Int(offset))
    }
    unsafe self.handle = unsafe handle
    groupCount = unsafe Int(cicu_regex_group_count(handle))
  }

  deinit { unsafe cicu_regex_close(handle) }

  /// The matches in a text, from its start to its end.
  ///
  /// - Throws: ``Failure`` if the search takes too long.
  public mutating func matches(in text: [UInt8]) throws(Failure) -> [Match] {
    var matches: [Match] = []
    var status: Int32 = 0
    unsafe text.withUnsafeBufferPointer { buffer in
      // ICU reads the pointer of an empty text, too.
      let empty: StaticString = ""
      let base = unsafe buffer.baseAddress ?? empty.utf8Start
      unsafe cicu_regex_set_text(handle, base, Int64(buffer.count), RegularExpression.stepLimit, &status)
      while status <= 0, unsafe cicu_regex_find_next(handle, &status) {
        matches.append(currentMatch)
      }
    }
    if status > 0 { throw Failure(name: ICUError(status: status).description, offset: nil) }
    return matches
  }

  private var currentMatch: Match {
    var groups: [Range<Int>?] = []
    groups.reserveCapacity(groupCount + 1)
    for group in 0...Int32(groupCount) {
      var start: Int64 = 0
      var end: Int64 = 0
      let isThere = unsafe cicu_regex_group(handle, group, &start, &end)
      groups.append(isThere ? Int(start)..<Int(max(start, end)) : nil)
    }
    return Match(groups: groups)
  }
}

@available(*, unavailable)
extension RegularExpression: Sendable {}
