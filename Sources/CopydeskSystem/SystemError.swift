// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Why the operating system refused something.
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What was to be done it with: a path or a stream's name.
  public let path: String
  /// The system's error number.
  public let code: Int32

  /// Creates an error.
  public init(path: String, code: Int32) {
    self.path = path
    self.code = code
  }

  /// Whether the reader of a pipe has gone away.
  public var isBrokenPipe: Bool { code == EPIPE }
  /// Whether there is no such file.
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// What is wrong, in lower case and without the path.
  public var reason: String {
    switch code {
    case ENOENT: return "no such file or directory"
    case EACCES, EPERM: return "permission denied"
    case EISDIR: return "is a directory"
    case ENOTDIR: return "not a directory"
    case ELOOP: return "too many levels of symbolic links"
    case ENOSPC: return "no space left on device"
    case EROFS: return "read-only file system"
    case EIO: return "input/output error"
    case EBADF: return "is closed"
    case ENAMETOOLONG: return "the name is too long"
    case EDQUOT: return "the disk quota is used up"
    case EFBIG: return "the file would be too large"
    default: return "system error \(code)"
    }
  }

  /// Path and reason.
  public var description: String { "\(path): \(reason)" }
}
