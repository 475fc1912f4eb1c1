// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskSystem

/// Finds the inputs that arguments mean.
///
/// A folder is searched with the folders in it. Hidden files, files that `.gitignore`, `.ignore` or
/// `.copydeskignore` names, files that configuration excludes, and files that are no articles by their name are
/// passed over. A file that an argument names is always taken.
public struct InputCollector {
  /// The inputs in the order of the arguments and inside a folder by name, each path once.
  public private(set) var inputs: [LintInput] = []
  /// Arguments and folders of which nothing can be had, in their order.
  public private(set) var failures: [LintFailure] = []
  /// Patterns that match no file, and folders without articles, in their order.
  public private(set) var emptyArguments: [String] = []

  private let configurations: ConfigurationStore
  private let standardInputName: String
  private var seenPaths: Set<FilePath> = []
  private var openFolders: Set<FolderIdentity> = []

  private struct FolderIdentity: Hashable {
    let device: UInt64
    let number: UInt64
  }

  /// Creates a collector that has found nothing.
  ///
  /// - Parameters:
  ///   - configurations: Say what to exclude.
  ///   - standardInputName: What standard input is called.
  public init(configurations: ConfigurationStore, standardInputName: String) {
    self.configurations = configurations
    self.standardInputName = standardInputName
  }

  /// Adds what an argument means: `-` for standard input, a file, a folder, or a pattern.
  public mutating func add(_ argument: String) {
    let before = inputs.count + failures.count
    if argument == "-" {
      inputs.append(LintInput(path: standardInputName, origin: .standardInput))
      return
    }
    if let status = FileSystem.status(of: argument) {
      if status.kind == .directory {
        let path = argument.hasSuffix("/") ? String(argument.dropLast()) : argument
        walk(FilePath(path), shown: path == "." ? "" : path + "/", status, matching: nil)
        if inputs.count + failures.count == before { emptyArguments.append(argument) }
      } else {
        add(LintInput(path: argument, origin: .named), FilePath(argument))
      }
    } else if argument.utf8.contains(where: {
      $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "[")
    }) {
      expand(argument)
      if inputs.count + failures.count == before { emptyArguments.append(argument) }
    } else {
      failures.append(LintFailure(argument, "no such file or directory"))
    }
  }

  private mutating func add(_ input: LintInput, _ path: FilePath) {
    if seenPaths.insert(path).inserted { inputs.append(input) }
  }

  /// Searches the folder that a pattern starts with.
  private mutating func expand(_ pattern: String) {
    var folder = pattern.hasPrefix("/") ? "/" : ""
    var rest: [Substring] = []
    for name in pattern.split(separator: "/") {
      if rest.isEmpty, !name.contains(where: { "*?[".contains($0) }) { folder += name + "/" } else { rest.append(name) }
    }
    let path = folder.isEmpty ? "." : folder
    guard let status = FileSystem.status(of: path), status.kind == .directory else { return }
    // The leading slash makes the pattern count from the folder, as in the shell.
    walk(
      FilePath(path), shown: folder, status, matching: (GlobPattern("/" + rest.joined(separator: "/")), FilePath(path)))
  }

  private mutating func walk(
    _ folder: FilePath, shown: String, _ status: FileStatus, matching pattern: (GlobPattern, FilePath)?
  ) {
    walk(folder, shown: shown, status, ignoring: IgnoreRules.above(folder), matching: pattern)
  }

  private mutating func walk(
    _ folder: FilePath, shown: String, _ status: FileStatus, ignoring outer: [IgnoreRules],
    matching pattern: (GlobPattern, FilePath)?
  ) {
    // A folder inside itself can only be a link that goes round.
    let identity = FolderIdentity(device: status.device, number: status.number)
    guard openFolders.insert(identity).inserted else { return }
    defer { openFolders.remove(identity) }
    let names: [String]
    do throws(SystemError) {
      names = try FileSystem.names(in: folder.absolute)
    } catch {
      failures.append(LintFailure(error, shownPath: shown.isEmpty ? "." : shown))
      return
    }
    let own = IgnoreRules(of: folder, names: Set(names.filter { $0.hasPrefix(".") }))
    let rules = own.isEmpty ? outer : outer + [own]
    for name in names where !name.hasPrefix(".") {
      let path = folder.appending(name)
      // Records are read where they are asked for: not every file of records in a folder is one of articles.
      let isArticle = ArticleFormat(path: name) != nil || pattern != nil && AlignedRecord.isFileOfRecords(name)
      guard let status = FileSystem.status(of: path.absolute) else {
        if isArticle { failures.append(LintFailure(shown + name, "the link leads nowhere")) }
        continue
      }
      let isFolder = status.kind == .directory
      guard isFolder || isArticle && status.kind == .regular else { continue }
      if IgnoreRules.isIgnored(path, isFolder: isFolder, by: rules) { continue }
      do throws(LintFailure) {
        if try configurations.excludes(path, isFolder: isFolder) { continue }
      } catch {
        if !failures.contains(error) { failures.append(error) }
        return
      }
      if isFolder {
        walk(path, shown: shown + name + "/", status, ignoring: rules, matching: pattern)
      } else if pattern.map({ glob, base in path.relative(to: base).map { glob.matches($0) } ?? false }) ?? true {
        add(LintInput(path: shown + name, origin: .found), path)
      }
    }
  }
}
