// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A file that is written beside its place and moved there when it is complete, so that nobody ever reads a part of it.
///
/// A link stays a link and what it leads to is replaced; permissions and owner stay. What is no file, such as a pipe
/// or a device, cannot be replaced and is written to as it is.
public final class AtomicFile: Sendable {
  private let path: String
  /// Where the file belongs, links followed.
  private let target: String
  /// The file beside it, or `nil` if the bytes go to the target at once.
  private let temporaryPath: String?
  private let descriptor: Int32

  /// Starts a file; what stands at the path stays until the new file is complete.
  public init(_ path: String) throws(SystemError) {
    var status = stat()
    let isThere = unsafe stat(path, &status) == 0
    if isThere, status.st_mode & S_IFMT == S_IFDIR { throw SystemError(path: path, code: EISDIR) }
    self.path = path
    if isThere ? status.st_mode & S_IFMT != S_IFREG : AtomicFile.isLink(path) {
      // A link that leads nowhere makes the file it names, or fails for what is wrong with it.
      let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      guard descriptor >= 0 else { throw SystemError(path: path, code: errno) }
      target = path
      temporaryPath = nil
      self.descriptor = descriptor
      return
    }
    target = isThere ? AtomicFile.resolved(path) : path
    let (temporaryPath, descriptor) = try AtomicFile.opened(beside: target, path: path)
    self.temporaryPath = temporaryPath
    self.descriptor = descriptor
    if isThere {
      // Who may not give files away still may replace them.
      _ = fchown(descriptor, status.st_uid, status.st_gid)
      _ = fchmod(descriptor, status.st_mode & 0o7777)
    }
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return unsafe lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }

  /// The path without links.
  private static func resolved(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  /// A new file in the same folder; one that somebody left behind is never written over.
  private static func opened(beside target: String, path: String) throws(SystemError) -> (String, Int32) {
    for attempt in 0..<64 {
      let temporaryPath = "\(target).\(getpid())-\(attempt).tmp"
      let descriptor = unsafe open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (temporaryPath, descriptor) }
      if errno != EEXIST { break }
    }
    throw SystemError(path: path, code: errno)
  }

  /// Appends bytes.
  public func write(_ bytes: [UInt8]) throws(SystemError) {
    try Descriptor.write(descriptor, bytes, path: path)
  }

  /// Moves the complete file to its place.
  public func commit() throws(SystemError) {
    guard close(descriptor) == 0 else { throw failure() }
    guard let temporaryPath else { return }
    guard unsafe rename(temporaryPath, target) == 0 else { throw failure() }
  }

  /// The error of the last call, after the file beside the place is gone.
  private func failure() -> SystemError {
    let code = errno
    if let temporaryPath { unsafe _ = unlink(temporaryPath) }
    return SystemError(path: path, code: code)
  }

  /// Gives the file up and leaves what stood at the path.
  public func abandon() {
    _ = close(descriptor)
    if let temporaryPath { unsafe _ = unlink(temporaryPath) }
  }
}
