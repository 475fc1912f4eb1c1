// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// The signature of a pasted post: `— Name (@handle) March 17, 2025`.
enum PostSignature {
  /// The latest day that a post in the article was signed with.
  static func latestDate(in dates: [DateMention], tokens: [Token], text: [UInt8]) -> CalendarDate? {
    var latest: CalendarDate?
    for date in dates {
      let first = date.tokens.lowerBound
      guard first >= 2, text[Int(tokens[first - 1].start)] == 0x29, tokens[first - 2].kind == .handle,
        let day = date.calendarDate
      else { continue }
      if let known = latest, known >= day { continue }
      latest = day
    }
    return latest
  }
}
