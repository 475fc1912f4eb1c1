// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Articles made from the paragraphs of real news, for the time of one run.
struct SpeedCorpus {
  /// A file or folder to lint.
  struct Task {
    var name: String
    var path: URL
    var language: String
    var bytes: Int
    var files: Int
  }

  private let paragraphs: [String: [[UInt8]]]
  private let folder: URL

  /// The different words of the texts in a language, sorted.
  func words(in language: String) -> [String] {
    var words: Set<String> = []
    for paragraph in paragraphs[language] ?? [] {
      for word in String(decoding: paragraph, as: UTF8.self).split(whereSeparator: { !$0.isLetter })
      where word.count > 2 {
        words.insert(String(word))
      }
    }
    return words.sorted()
  }

  /// Reads the translations of every article of the folder `docs` that a professional made.
  init(documents: URL, folder: URL) throws {
    let files = try JSONLines.files(in: documents) { $0.contains(".ref") }
    guard !files.isEmpty else {
      throw MeasureError.noRecords(folder: documents.relativePath, pattern: "*.ref*.jsonl")
    }
    var paragraphs: [String: [[UInt8]]] = [:]
    for file in files {
      for document in try JSONLines.records(DocumentRecord.self, in: file) {
        paragraphs[document.language, default: []] += document.target.filter { !$0.isEmpty }.map { Array($0.utf8) }
      }
    }
    self.paragraphs = paragraphs
    self.folder = folder
  }

  /// The languages that have text.
  var languages: [String] { paragraphs.keys.sorted() }

  /// Writes one article of about 4 KB.
  func article(in language: String, extension suffix: String) throws -> Task {
    let bytes = article(in: language, number: 0)
    let path = folder.appendingPathComponent("article.\(language).\(suffix)")
    try Data(bytes).write(to: path)
    return Task(name: "one article, .\(suffix)", path: path, language: language, bytes: bytes.count, files: 1)
  }

  /// Writes articles of about 4 KB into one folder until they hold a number of bytes.
  func articles(in language: String, bytes limit: Int) throws -> Task {
    let root = folder.appendingPathComponent("\(language)-\(limit)", isDirectory: true)
    var bytes = 0
    var count = 0
    while bytes < limit {
      let directory = root.appendingPathComponent(String(count / 100), isDirectory: true)
      if count.isMultiple(of: 100) {
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
      }
      let text = article(in: language, number: count)
      try Data(text).write(to: directory.appendingPathComponent("\(count).txt"))
      bytes += text.count
      count += 1
    }
    return Task(
      name: "\(Figures.count(count)) articles, \(Self.size(bytes))", path: root, language: language, bytes: bytes,
      files: count)
  }

  /// Writes one file of a number of bytes.
  func file(in language: String, bytes limit: Int) throws -> Task {
    var text: [UInt8] = []
    var number = 0
    while text.count < limit {
      text += article(in: language, number: number)
      text.append(0x0A)
      number += 1
    }
    let path = folder.appendingPathComponent("one-file.\(language).txt")
    try Data(text).write(to: path)
    return Task(
      name: "one file, \(Self.size(text.count))", path: path, language: language, bytes: text.count, files: 1)
  }

  private static func size(_ bytes: Int) -> String {
    bytes < 1_000_000 ? "\(bytes / 1000) KB" : "\(bytes / 1_000_000) MB"
  }

  /// Paragraphs in their own order from a place that the number of the article sets.
  ///
  /// Steps of a number prime to most counts spread the starts, so that neighbors differ.
  private func article(in language: String, number: Int) -> [UInt8] {
    let pool = paragraphs[language] ?? []
    var text: [UInt8] = []
    var index = number * 7919 % max(1, pool.count)
    while text.count < 4000, !pool.isEmpty {
      if !text.isEmpty { text += [0x0A, 0x0A] }
      text += pool[index]
      index = (index + 1) % pool.count
    }
    text.append(0x0A)
    return text
  }
}
