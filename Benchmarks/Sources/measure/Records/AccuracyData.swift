// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The evaluation data that accuracy is measured on.
struct AccuracyData {
  let errors: [InjectedRecord]
  let twins: [InjectedRecord]
  /// Professional references, and machine translations that people marked errors in.
  let documents: [DocumentRecord]
  let marks: [Translation: [MarkedSpan]]
  let nameVariants: [NameVariantRecord]
  /// Sentences with the terms their translations must use; empty if the data has none.
  let terms: [TermRecord]
  /// Translations with a changed number; empty if the data has none.
  let changedNumbers: [PerturbedRecord]
  private let markedSystems: Set<System>

  private struct System: Hashable {
    var pair: String
    var year: Int
    var system: String
  }

  /// Reads the folders `injected`, `docs` and `mqm`, and what `extra` has about terms and numbers.
  init(folder: URL) throws {
    let injected = folder.appendingPathComponent("injected")
    errors = try Self.load(InjectedRecord.self, from: injected, "*.jsonl") { !$0.contains(".clean.") }
    twins = try Self.load(InjectedRecord.self, from: injected, "*.clean.jsonl") { $0.contains(".clean.") }

    let extra = folder.appendingPathComponent("extra")
    terms = try Self.loadIfAny(TermRecord.self, from: extra) { $0.hasPrefix("wmt25term.") }
    changedNumbers = try Self.loadIfAny(PerturbedRecord.self, from: extra) { $0.hasPrefix("demetr.") }
      .filter { $0.type == PerturbedRecord.changedNumber }

    let mqm = folder.appendingPathComponent("mqm")
    let spans = try Self.load(MarkedSpan.self, from: mqm, "*.jsonl") { !$0.hasPrefix("natural_names") }
    nameVariants = try Self.load(NameVariantRecord.self, from: mqm, "natural_names*.jsonl") {
      $0.hasPrefix("natural_names")
    }
    marks = Dictionary(grouping: spans) { Translation(pair: $0.pair, system: $0.system, id: $0.id) }
    let markedSystems = Set(spans.map { System(pair: $0.pair, year: $0.year, system: $0.system) })
    self.markedSystems = markedSystems

    documents = try Self.load(DocumentRecord.self, from: folder.appendingPathComponent("docs"), "*.jsonl") { _ in true }
      .filter {
        $0.isReference || markedSystems.contains(System(pair: $0.pair, year: $0.year, system: $0.system))
      }
  }

  /// Whether annotators read the translations of this system.
  func isMarked(_ document: DocumentRecord) -> Bool {
    markedSystems.contains(System(pair: document.pair, year: document.year, system: document.system))
  }

  private static func loadIfAny<Record: Decodable>(
    _ type: Record.Type, from folder: URL, where isWanted: (String) -> Bool
  ) throws -> [Record] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try JSONLines.files(in: folder, where: isWanted).flatMap { try JSONLines.records(type, in: $0) }
  }

  private static func load<Record: Decodable>(
    _ type: Record.Type, from folder: URL, _ pattern: String, where isWanted: (String) -> Bool
  ) throws -> [Record] {
    let files = try JSONLines.files(in: folder, where: isWanted)
    guard !files.isEmpty else { throw MeasureError.noRecords(folder: folder.relativePath, pattern: pattern) }
    return try files.flatMap { try JSONLines.records(type, in: $0) }
  }
}
