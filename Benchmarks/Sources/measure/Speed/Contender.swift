// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A program that is timed on a task.
struct Contender {
  var name: String
  var program: URL
  /// Exit statuses with which it did the work.
  var statuses: Set<Int32>
  /// The most bytes that it reads within a minute or so; larger tasks are left out.
  var byteLimit: Int
  /// Whether it can be told how many threads to use.
  var hasThreads: Bool
  /// Its arguments for a path, a language and a number of threads.
  var arguments: @Sendable (_ task: SpeedCorpus.Task, _ jobs: Int) -> [String]
}

extension Contender {
  /// Copydesk as a desk with a configuration would run it.
  static func copydesk(
    _ program: URL, name: String, configuration: URL, options: [String] = []
  ) -> Contender {
    Contender(
      name: name, program: program, statuses: [0, 1], byteLimit: .max, hasThreads: true,
      arguments: { task, jobs in
        [
          "lint", "--config", configuration.path, "--format", "concise", "--jobs", String(jobs), "--language",
          task.language, "--source-language", task.language == "en" ? "es" : "en",
        ] + options + [task.path.path]
      })
  }

  /// A tool that is measured where it is installed.
  struct Peer {
    var name: String
    var statuses: Set<Int32>
    var byteLimit: Int
    var hasThreads = false
    var arguments: @Sendable (_ task: SpeedCorpus.Task, _ jobs: Int) -> [String]
  }

  /// The tools that Copydesk is compared with, on English only.
  ///
  /// Limits follow from speeds measured before: a tool that reads 0.4 MB a second gets 1 MB.
  static let peers: [Peer] = [
    Peer(name: "typos", statuses: [0, 2], byteLimit: .max, hasThreads: true) { task, jobs in
      ["--isolated", "--format", "brief", "--threads", String(jobs), task.path.path]
    },
    Peer(name: "codespell", statuses: [0, 65], byteLimit: .max) { task, _ in [task.path.path] },
    Peer(name: "proselint", statuses: [0, 1], byteLimit: 1_100_000) { task, _ in ["check", task.path.path] },
    Peer(name: "vale", statuses: [0, 1], byteLimit: 1_100_000) { task, _ in
      ["--config", "vale.ini", "--output", "line", task.path.path]
    },
    Peer(name: "harper-cli", statuses: [0, 1], byteLimit: 10_000) { task, _ in ["lint", task.path.path] },
    Peer(name: "hunspell", statuses: [0], byteLimit: 10_000) { task, _ in ["-d", "en_US", "-l", task.path.path] },
  ]

  /// The settings that vale does not start without.
  static let valeSettings = "MinAlertLevel = suggestion\n[*]\nBasedOnStyles = Vale\n"
}
