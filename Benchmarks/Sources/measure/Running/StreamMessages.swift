// SPDX-License-Identifier: Apache-2.0

/// One record that `copydesk stream` reads.
struct StreamRequest: Encodable {
  /// A pair of a glossary that holds for this record only.
  struct GlossaryPair: Codable, Hashable {
    var source: String
    var target: String
    var status: String
  }

  var id: String
  var language: String
  var sourceLanguage: String?
  var date: String?
  var glossary: [GlossaryPair]?
  var segments: [String]
  var source: [String]?

  /// The record as an article of another day.
  func on(_ date: String) -> StreamRequest {
    var copy = self
    copy.date = date
    return copy
  }
}

/// What `copydesk stream` answers to one record.
struct StreamReply: Decodable {
  struct Failure: Decodable {
    var code: String
    var message: String
  }

  var id: String
  var ok: Bool
  var findings: [StreamFinding]?
  var error: Failure?
}

/// A finding as the JSON contract writes it; only the fields that are scored.
struct StreamFinding: Decodable {
  struct Position: Decodable {
    var utf16: Int
  }

  /// A place that explains the finding.
  struct Related: Decodable {
    var side: String
    var segment: Int?
    var start: Position
    var end: Position
  }

  var rule: String
  var severity: Severity
  var message: String
  var segment: Int?
  var start: Position
  var end: Position
  var related: [Related]?
}

/// How bad a finding is.
enum Severity: String, Decodable, CaseIterable {
  case error, warning, suggestion
}
