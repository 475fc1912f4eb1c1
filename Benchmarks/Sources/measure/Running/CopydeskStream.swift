// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A `copydesk stream` process that answers any number of records.
struct CopydeskStream {
  /// The binary to run.
  let program: URL
  /// What follows `stream` on its command line.
  var arguments: [String] = []

  /// The same program with nothing behind `stream`.
  var withoutArguments: CopydeskStream { CopydeskStream(program: program) }

  /// Returns the flags raised on each record, in the order of the records.
  ///
  /// Records and replies go through files, so neither side can wait for the other. The process
  /// gets an empty environment, as it would from an engine that drives it as a filter.
  func flags(on requests: [StreamRequest]) throws -> [[SpanFlag]] {
    try withTemporaryDirectory { directory in
      let input = directory.appendingPathComponent("requests.jsonl")
      let output = directory.appendingPathComponent("replies.jsonl")
      let errors = directory.appendingPathComponent("errors.txt")
      try write(requests, to: input)
      try Data().write(to: output)
      try Data().write(to: errors)

      let process = Process()
      process.executableURL = program
      process.arguments = ["stream"] + arguments
      process.environment = [:]
      process.standardInput = try FileHandle(forReadingFrom: input)
      process.standardOutput = try FileHandle(forWritingTo: output)
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      process.waitUntilExit()

      let message = try String(contentsOf: errors, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
      guard process.terminationReason == .exit, process.terminationStatus == 0 else {
        throw MeasureError.programFailed(
          program: "copydesk stream", status: process.terminationStatus, standardError: message)
      }
      return try Self.flags(in: Data(contentsOf: output), answering: requests.map(\.id), standardError: message)
    }
  }

  /// Returns the flags raised on each record on any of the days that it is read on, each flag once.
  func flags(on requests: [StreamRequest], days: [[String]]) throws -> [[SpanFlag]] {
    let dated = zip(requests, days).map { request, days in
      days.isEmpty ? [request] : days.map { day in request.on(day) }
    }
    var rest = try flags(on: dated.flatMap { $0 })[...]
    return dated.map { copies in
      var seen: Set<SpanFlag.Identity> = []
      let flags = rest.prefix(copies.count).flatMap { $0 }.filter { seen.insert($0.identity).inserted }
      rest = rest.dropFirst(copies.count)
      return flags
    }
  }

  private func write(_ requests: [StreamRequest], to file: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var bytes = Data()
    for request in requests {
      bytes.append(try encoder.encode(request))
      bytes.append(0x0A)
    }
    try bytes.write(to: file)
  }

  /// Decodes the replies to the records with the given ids.
  static func flags(in replies: Data, answering ids: [String], standardError: String) throws -> [[SpanFlag]] {
    let lines = replies.split(separator: 0x0A)
    guard lines.count == ids.count else {
      throw MeasureError.replyMissing(expected: ids.count, found: lines.count, standardError: standardError)
    }
    let decoder = JSONDecoder()
    return try zip(ids, lines).enumerated().map { index, pair in
      let (id, line) = pair
      let reply: StreamReply
      do {
        reply = try decoder.decode(StreamReply.self, from: line)
      } catch {
        throw MeasureError.invalidReply(line: index + 1, reason: "\(error)")
      }
      guard reply.id == id else {
        throw MeasureError.replyOutOfOrder(line: index + 1, expected: id, found: reply.id)
      }
      guard reply.ok else {
        throw MeasureError.recordRefused(
          id: id, code: reply.error?.code ?? "no code", message: reply.error?.message ?? "no message")
      }
      return try (reply.findings ?? []).map { finding in
        guard finding.start.utf16 >= 0, finding.start.utf16 <= finding.end.utf16 else {
          throw MeasureError.invalidReply(
            line: index + 1, reason: "\(finding.rule) starts at \(finding.start.utf16), ends at \(finding.end.utf16)")
        }
        return SpanFlag(
          rule: finding.rule, severity: finding.severity, message: finding.message, segment: finding.segment ?? 0,
          span: finding.start.utf16..<finding.end.utf16,
          sourcePlaces: (finding.related ?? []).filter { $0.side == "source" && $0.start.utf16 <= $0.end.utf16 }
            .map { SpanFlag.Place(segment: $0.segment ?? 0, span: $0.start.utf16..<$0.end.utf16) })
      }
    }
  }
}
