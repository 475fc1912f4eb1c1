// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskSystem

/// Finds the inputs that arguments mean.
public struct InputCollector {
  /// The inputs in the order of the arguments, each path once.
  public private(set) var inputs: [LintInput] = []
  /// Arguments that mean nothing, in their order.
  public private(set) var failures: [LintFailure] = []
  private var seenPaths: Set<String> = []
  private var openFolders: Set<FileStatus> = []

  /// Creates a collector that has found nothing.
  public init() {}

  /// Adds what a path means: a file, or the articles in a folder and the folders in it.
  public mutating func add(path: String) {
    guard let status = FileSystem.status(of: path) else {
      failures.append(LintFailure("\(path): no such file or directory"))
      return
    }
    if status.kind == .directory {
      walk(path == "." ? "" : path.hasSuffix("/") ? path : path + "/", status)
    } else {
      add(LintInput(path: path, origin: .named))
    }
  }

  private mutating func add(_ input: LintInput) {
    if seenPaths.insert(input.path).inserted { inputs.append(input) }
  }

  private mutating func walk(_ prefix: String, _ folder: FileStatus) {
    // A folder inside itself can only be a link that goes round.
    guard openFolders.insert(folder).inserted else { return }
    defer { openFolders.remove(folder) }
    let names: [String]
    do throws(SystemError) {
      names = try FileSystem.names(in: prefix.isEmpty ? "." : prefix)
    } catch {
      failures.append(LintFailure("\(prefix): \(error.reason)"))
      return
    }
    for name in names where !name.hasPrefix(".") {
      let path = prefix + name
      guard let status = FileSystem.status(of: path) else { continue }
      switch status.kind {
      case .directory: walk(path + "/", status)
      case .regular where ArticleFormat(path: path) != nil: add(LintInput(path: path, origin: .found))
      default: break
      }
    }
  }
}
