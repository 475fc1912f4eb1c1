// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// What a finding is recognized by after the article around it has changed.
///
/// A fingerprint is made of the rule, the copy and the words around it, so a finding keeps it when
/// lines are put before it, and loses it when the sentence is rewritten. Of several equal findings
/// in equal surroundings each has its own, by order.
public enum Fingerprint {
  /// How many bytes before and behind the copy count as its surroundings.
  static let contextLength = 24

  /// The fingerprints of an article's findings, in the order of the findings.
  public static func fingerprints(of findings: [Finding], in input: InputText) -> [String] {
    var seen: [UInt64: UInt64] = [:]
    return findings.map { finding in
      let hash = hash(of: finding, in: input.bytes)
      let ordinal = seen[hash, default: 0]
      seen[hash] = ordinal + 1
      return hexadecimal(ordinal == 0 ? hash : FNV(seed: hash, ordinal).value)
    }
  }

  private static func hash(of finding: Finding, in bytes: [UInt8]) -> UInt64 {
    var fnv = FNV()
    fnv.combine(finding.rule.utf8)
    fnv.combine(finding.text.utf8)
    let start = min(finding.range.offsets.lowerBound, bytes.count)
    let end = min(finding.range.offsets.upperBound, bytes.count)
    // Surroundings end at the line, so that moved paragraphs keep their fingerprints, and white space does not count.
    var before: [UInt8] = []
    var index = start - 1
    while index >= 0, before.count < contextLength, bytes[index] != 0x0A, bytes[index] != 0x0D {
      if bytes[index] > 0x20 { before.append(bytes[index]) }
      index -= 1
    }
    fnv.combine(before)
    var after: [UInt8] = []
    index = end
    while index < bytes.count, after.count < contextLength, bytes[index] != 0x0A, bytes[index] != 0x0D {
      if bytes[index] > 0x20 { after.append(bytes[index]) }
      index += 1
    }
    fnv.combine(after)
    return fnv.value
  }

  private static func hexadecimal(_ value: UInt64) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }

  /// The 64-bit FNV-1a hash, which is the same on every machine and in every run.
  private struct FNV {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325

    init() {}

    init(seed: UInt64, _ ordinal: UInt64) {
      value = seed
      combine((0..<8).map { UInt8(truncatingIfNeeded: ordinal >> ($0 * 8)) })
    }

    mutating func combine(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { step(byte) }
      // Ends each part, so that “ab” with “c” differs from “a” with “bc”.
      step(0xFF)
    }

    private mutating func step(_ byte: UInt8) {
      value = (value ^ UInt64(byte)) &* 0x100_0000_01b3
    }
  }
}
