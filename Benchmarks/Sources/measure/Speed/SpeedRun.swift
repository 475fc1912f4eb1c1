// SPDX-License-Identifier: Apache-2.0

import Foundation

/// All measurements of one run.
struct SpeedRun {
  /// One contender on one task with a number of threads.
  struct Measurement {
    var contender: String
    var task: SpeedCorpus.Task
    var jobs: Int
    var samples: Samples
  }

  /// Copydesk with a glossary of a size.
  struct GlossaryMeasurement {
    var terms: Int
    /// On one article, compiling the glossary anew.
    var compiling: Samples
    /// On one article, with the compiled glossary of an earlier run.
    var cached: Samples
    /// On a long text, with the compiled glossary of an earlier run.
    var reading: Measurement
  }

  private(set) var startUp: [Measurement] = []
  private(set) var throughput: [Measurement] = []
  private(set) var languages: [Measurement] = []
  /// Copydesk with glossaries of several sizes.
  private(set) var glossaries: [GlossaryMeasurement] = []
  private(set) var absent: [String] = []
  /// What each contender says of its version.
  private(set) var versions: [String] = []

  /// How many processes ran or waited to run in the minute before, where the system tells it.
  let loadAtStart: Double?

  private let launcher: Launcher
  private let directory: URL
  private let copydesk: URL
  private let contenders: [Contender]
  private let peers: [Contender]

  init(copydesk: URL, glossaries: [String], directory: URL) throws {
    self.directory = directory
    self.copydesk = copydesk
    loadAtStart = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8))?
      .split(separator: " ").first.flatMap { Double($0) }
    launcher = try Launcher(folder: directory)
    try Contender.valeSettings.write(
      to: directory.appendingPathComponent("vale.ini"), atomically: true, encoding: .utf8)
    contenders = try [("copydesk", glossaries), ("copydesk, no glossary", [])].map { name, glossaries in
      let configuration = directory.appendingPathComponent("\(glossaries.isEmpty ? "bare" : "full").yml")
      try "glossaries: [\(glossaries.joined(separator: ", "))]\n".write(
        to: configuration, atomically: true, encoding: .utf8)
      return Contender.copydesk(copydesk, name: name, configuration: configuration)
    }
    var peers: [Contender] = []
    for peer in Contender.peers {
      guard let program = Program.found(peer.name) else {
        absent.append(peer.name)
        continue
      }
      peers.append(
        Contender(
          name: peer.name, program: program, statuses: peer.statuses, byteLimit: peer.byteLimit,
          hasThreads: peer.hasThreads, arguments: peer.arguments))
    }
    self.peers = peers
    for peer in peers { versions.append(try Self.version(of: peer.program, name: peer.name)) }
  }

  /// Times the start on one article of 4 KB.
  mutating func measureStartUp(on task: SpeedCorpus.Task, rounds: Int) throws {
    startUp += try measure((contenders + peers).map { ($0, 1) }, on: task, rounds: rounds)
  }

  /// Times the contenders that can read so much, with one thread and with two.
  mutating func measureThroughput(on task: SpeedCorpus.Task, rounds: Int, jobs: [Int] = [1, 2]) throws {
    let able = (contenders + peers).filter { task.bytes <= $0.byteLimit }
    let entries = able.flatMap { contender in
      (contender.hasThreads ? jobs : [1]).map { (contender, $0) }
    }
    throughput += try measure(entries, on: task, rounds: rounds)
  }

  /// Times Copydesk alone, with one thread, on text in some language.
  mutating func measureLanguage(on task: SpeedCorpus.Task, rounds: Int) throws {
    languages += try measure(contenders.prefix(1).map { ($0, 1) }, on: task, rounds: rounds)
  }

  /// Times Copydesk with glossaries of terms that are made of words.
  ///
  /// - Parameters:
  ///   - counts: How many terms the glossaries have.
  ///   - words: The words, in an order that is the same for each run.
  ///   - article: What the start is timed on.
  ///   - text: What reading is timed on.
  ///   - rounds: How many runs count.
  /// - Throws: What the launcher throws, or what keeps a glossary from being written.
  mutating func measureGlossaries(
    of counts: [Int], madeOf words: [String], article: SpeedCorpus.Task, text: SpeedCorpus.Task, rounds: Int
  ) throws {
    // Compiled glossaries must not go where those of the user are.
    unsafe _ = setenv("XDG_CACHE_HOME", directory.appendingPathComponent("cache").path, 1)
    for count in counts {
      let glossary = directory.appendingPathComponent("terms-\(count).yml")
      let configuration = directory.appendingPathComponent("glossary-\(count).yml")
      try Self.glossary(of: count, madeOf: words).write(to: glossary, atomically: true, encoding: .utf8)
      try "glossaries: [\(glossary.path)]\n".write(to: configuration, atomically: true, encoding: .utf8)
      let cached = Contender.copydesk(copydesk, name: "copydesk", configuration: configuration)
      let compiling = Contender.copydesk(
        copydesk, name: "copydesk --no-cache", configuration: configuration, options: ["--no-cache"])
      let starts = try measure([(compiling, 1), (cached, 1)], on: article, rounds: rounds)
      let reading = try measure([(cached, 1)], on: text, rounds: rounds)
      glossaries.append(
        GlossaryMeasurement(
          terms: count, compiling: starts[0].samples, cached: starts[1].samples, reading: reading[0]))
    }
  }

  /// A glossary of different terms of two or three words, always the same for the same words.
  private static func glossary(of count: Int, madeOf words: [String]) -> String {
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15
    func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    var known: Set<String> = []
    var text = "glossary: terms\nlanguages: [en]\n\nconcepts:\n"
    while known.count < count, !words.isEmpty {
      let term = (0..<2 + next(below: 2)).map { _ in words[next(below: words.count)] }.joined(separator: " ")
      guard known.insert(term).inserted else { continue }
      text += "  - id: c\(known.count)\n    kind: term\n    terms:\n      en:\n        - \"\(term)\"\n\n"
    }
    return text
  }

  /// Runs every entry once in each round, after a round that does not count, so that whatever
  /// else the machine does meets all of them alike.
  private func measure(
    _ entries: [(contender: Contender, jobs: Int)], on task: SpeedCorpus.Task, rounds: Int
  ) throws -> [Measurement] {
    var measurements = entries.map {
      Measurement(contender: $0.contender.name, task: task, jobs: $0.jobs, samples: Samples())
    }
    for round in 0...rounds {
      for (index, entry) in entries.enumerated() {
        let sample = try launcher.sample(
          entry.contender.program, entry.contender.arguments(task, entry.jobs), in: directory,
          expecting: entry.contender.statuses)
        if round > 0 { measurements[index].samples.samples.append(sample) }
      }
    }
    return measurements
  }

  private static func version(of program: URL, name: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = program
    process.arguments = name == "proselint" ? ["version"] : ["--version"]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    let version = text.split(whereSeparator: \.isWhitespace)
      .first { $0.contains(".") && $0.contains(where: \.isNumber) }
    return "\(name) \(version ?? "of unknown version")"
  }
}
