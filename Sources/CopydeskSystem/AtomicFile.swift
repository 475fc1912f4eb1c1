// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A file that is written beside its place and moved there when it is complete, so that nobody ever reads a part of it.
public final class AtomicFile: Sendable {
  private let path: String
  private let temporaryPath: String
  private let descriptor: Int32

  /// Starts a file; what stands at the path stays until the new file is complete.
  public init(_ path: String) throws(SystemError) {
    let temporaryPath = "\(path).\(getpid()).tmp"
    let descriptor = unsafe open(temporaryPath, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw SystemError(path: path, code: errno) }
    self.path = path
    self.temporaryPath = temporaryPath
    self.descriptor = descriptor
  }

  /// Appends bytes.
  public func write(_ bytes: [UInt8]) throws(SystemError) {
    try Descriptor.write(descriptor, bytes, path: path)
  }

  /// Moves the complete file to its place.
  public func commit() throws(SystemError) {
    guard close(descriptor) == 0, unsafe rename(temporaryPath, path) == 0 else {
      let code = errno
      unsafe _ = unlink(temporaryPath)
      throw SystemError(path: path, code: code)
    }
  }

  /// Gives the file up and leaves what stood at the path.
  public func abandon() {
    _ = close(descriptor)
    unsafe _ = unlink(temporaryPath)
  }
}
