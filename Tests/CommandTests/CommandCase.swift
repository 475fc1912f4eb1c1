// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A run of the program and what must come of it.
struct CommandCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let arguments: [String]
  let files: [String: String]
  let links: [String: String]
  let input: String
  let status: Int32
  let output: String?
  let error: [String]
  let exactError: String?

  /// Creates a case; what is `nil` or left out is not looked at.
  init(
    _ description: String, _ arguments: [String], files: [String: String] = [:], links: [String: String] = [:],
    input: String = "", status: Int32, output: String? = nil, error: [String] = [], exactError: String? = nil
  ) {
    testDescription = description
    self.arguments = arguments
    self.files = files
    self.links = links
    self.input = input
    self.status = status
    self.output = output
    self.error = error
    self.exactError = exactError
  }

  func check() throws {
    let result = try CommandDesk(files: files, links: links).run(arguments, input: input)
    #expect(result.status == status)
    if let output { #expect(result.output == output) }
    if let exactError { #expect(result.error == exactError) }
    for part in error { #expect(result.error.contains(part)) }
  }
}

/// A folder to run the program in, gone when it is no longer used.
final class CommandDesk {
  struct Result {
    let status: Int32
    let output: String
    let error: String
  }

  private let folder: URL

  init(files: [String: String], links: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("copydesk-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, text) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    for (path, target) in links {
      try FileManager.default.createSymbolicLink(
        atPath: folder.appendingPathComponent(path).path, withDestinationPath: target)
    }
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  /// The program, which is built beside the tests.
  private static var program: URL {
    URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("copydesk")
  }

  private func process(_ arguments: [String], environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = CommandDesk.program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = environment
    return process
  }

  func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Result {
    let process = process(arguments, environment: environment)
    // Files take any amount of output without anybody reading meanwhile.
    let names = ["input", "output", "error"].map { folder.appendingPathComponent(".\($0)") }
    try Data(input.utf8).write(to: names[0])
    try Data().write(to: names[1])
    try Data().write(to: names[2])
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = try FileHandle(forWritingTo: names[1])
    process.standardError = try FileHandle(forWritingTo: names[2])
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: CommandDesk.withoutMessages(try String(contentsOf: names[1], encoding: .utf8)),
      error: try String(contentsOf: names[2], encoding: .utf8))
  }

  /// The lines of a report without the words of rules, which are tested with the rules.
  private static func withoutMessages(_ output: String) -> String {
    output.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      guard line.hasSuffix("]"), let rule = line.range(of: " [", options: .backwards),
        let severity = [": error: ", ": warning: ", ": suggestion: "].compactMap({ line.range(of: $0) }).first
      else { return String(line) }
      return line[..<severity.upperBound] + "…" + line[rule.lowerBound...]
    }.joined(separator: "\n")
  }

  /// Runs the program with an output that nobody reads.
  func runIntoClosedPipe(_ arguments: [String], input: String) throws -> Result {
    let process = process(arguments)
    let names = ["input", "error"].map { folder.appendingPathComponent(".\($0)") }
    try Data(input.utf8).write(to: names[0])
    try Data().write(to: names[1])
    let pipe = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: names[0])
    process.standardOutput = pipe
    process.standardError = try FileHandle(forWritingTo: names[1])
    try pipe.fileHandleForReading.close()
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: "", error: try String(contentsOf: names[1], encoding: .utf8))
  }

  /// The status of a program that waits for input and is interrupted.
  func interrupt(_ arguments: [String]) throws -> Int32 {
    let process = process(arguments)
    let input = Pipe()
    let output = Pipe()
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    // The first answer shows that the program is up.
    try input.fileHandleForWriting.write(contentsOf: Data("{}\n".utf8))
    _ = try output.fileHandleForReading.read(upToCount: 1)
    process.interrupt()
    // Whoever ignores the interrupt must not stop the tests.
    let deadline = Date(timeIntervalSinceNow: 20)
    while process.isRunning, Date() < deadline { usleep(10_000) }
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Where a link leads, or `nil` if there is none.
  func destination(of path: String) -> String? {
    try? FileManager.default.destinationOfSymbolicLink(atPath: folder.appendingPathComponent(path).path)
  }

  /// The permissions of a file, links followed.
  func permissions(of path: String) throws -> Int? {
    let file = folder.appendingPathComponent(path).resolvingSymlinksInPath()
    return try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int
  }

  func restrict(_ path: String, to permissions: Int) throws {
    let file = folder.appendingPathComponent(path)
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: file.path)
  }

  func bytes(of path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: folder.appendingPathComponent(path)))
  }

  func read(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  /// The visible files in the folder, sorted.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }.sorted()
  }
}
