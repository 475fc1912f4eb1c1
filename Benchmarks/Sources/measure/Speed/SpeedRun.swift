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

  private(set) var startUp: [Measurement] = []
  private(set) var throughput: [Measurement] = []
  private(set) var languages: [Measurement] = []
  private(set) var absent: [String] = []
  /// What each contender says of its version.
  private(set) var versions: [String] = []

  /// How many processes ran or waited to run in the minute before, where the system tells it.
  let loadAtStart: Double?

  private let launcher: Launcher
  private let directory: URL
  private let contenders: [Contender]
  private let peers: [Contender]

  init(copydesk: URL, glossaries: [String], directory: URL) throws {
    self.directory = directory
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
