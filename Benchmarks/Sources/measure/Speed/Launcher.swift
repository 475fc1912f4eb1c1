// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What one run of a program cost.
struct Sample {
  /// Seconds from start to end, and seconds of processor time in user and system mode.
  var wall: Double
  var processor: Double
  /// Peak resident memory in bytes.
  var memory: Int
}

/// Runs programs through `launch`, which stands beside this program.
struct Launcher {
  private let launch: URL
  /// Where the figures and the standard error of a run are left.
  private let folder: URL

  init(folder: URL) throws {
    let program = try Program.named(Bundle.main.executablePath ?? CommandLine.arguments[0])
    launch = try Program.named(program.deletingLastPathComponent().appendingPathComponent("launch").path)
    self.folder = folder
  }

  /// Runs a program with its output thrown away.
  ///
  /// - Throws: `MeasureError.programFailed` when it ends with a status that is none of the expected.
  func sample(_ program: URL, _ arguments: [String], in directory: URL, expecting statuses: Set<Int32>) throws -> Sample
  {
    let result = folder.appendingPathComponent("sample.txt")
    let errors = folder.appendingPathComponent("errors.txt")
    try Data().write(to: errors)
    let process = Process()
    process.executableURL = launch
    process.arguments = [result.path, program.path] + arguments
    process.currentDirectoryURL = directory
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()

    let numbers = try String(contentsOf: result, encoding: .utf8).split(whereSeparator: \.isWhitespace).compactMap {
      Int($0)
    }
    guard process.terminationStatus == 0, numbers.count == 5, let status = Int32(exactly: numbers[0]),
      statuses.contains(status)
    else {
      let message = try String(contentsOf: errors, encoding: .utf8).prefix(2000)
      throw MeasureError.programFailed(
        program: ([program.lastPathComponent] + arguments).joined(separator: " "),
        status: numbers.first.flatMap { Int32(exactly: $0) } ?? process.terminationStatus,
        standardError: message.trimmingCharacters(in: .whitespacesAndNewlines))
    }
    return Sample(
      wall: Double(numbers[1]) / 1e9, processor: Double(numbers[2] + numbers[3]) / 1e6, memory: numbers[4] * 1024)
  }
}

/// The samples of one program on one task.
struct Samples {
  var samples: [Sample] = []

  var wall: Spread { Spread(samples.map(\.wall)) }
  var processor: Spread { Spread(samples.map(\.processor)) }
  var memory: Spread { Spread(samples.map { Double($0.memory) }) }
}

/// The middle, the least and the greatest of some values.
struct Spread {
  let median: Double
  let least: Double
  let greatest: Double

  /// - Precondition: There is at least one value.
  init(_ values: [Double]) {
    precondition(!values.isEmpty, "a spread needs a value")
    let sorted = values.sorted()
    let middle = sorted.count / 2
    median = sorted.count.isMultiple(of: 2) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    least = sorted[0]
    greatest = sorted[sorted.count - 1]
  }

  /// The median with the least and the greatest in parentheses, each divided by a unit.
  func text(per unit: Double, places: Int) -> String {
    let values = [median, least, greatest].map { Figures.decimal($0 / unit, places: places) }
    return "\(values[0]) (\(values[1])–\(values[2]))"
  }
}
