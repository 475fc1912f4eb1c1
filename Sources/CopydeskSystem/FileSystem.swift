// SPDX-License-Identifier: Apache-2.0

import Glibc

/// What a path leads to.
public struct FileStatus: Hashable, Sendable {
  /// The kind of a file.
  public enum Kind: Sendable {
    /// A file with bytes.
    case regular
    /// A folder.
    case directory
    /// A device, a pipe or a socket.
    case other
  }

  /// The kind, after following links.
  public let kind: Kind
  /// The device that holds the file.
  public let device: UInt64
  /// The file's number on its device.
  public let number: UInt64
  /// The length in bytes.
  public let byteCount: Int
  /// When the content last changed, in seconds since 1970.
  public let modified: Int
}

/// Files and folders.
public enum FileSystem {
  /// What a path leads to, links followed, or `nil` if it leads nowhere.
  public static func status(of path: String) -> FileStatus? {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { return nil }
    let kind: FileStatus.Kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .regular
      case S_IFDIR: .directory
      default: .other
      }
    return FileStatus(
      kind: kind, device: UInt64(status.st_dev), number: UInt64(status.st_ino), byteCount: Int(status.st_size),
      modified: Int(status.st_mtim.tv_sec))
  }

  /// The bytes of a file.
  public static func read(_ path: String) throws(SystemError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(path: path, code: errno) }
    defer { _ = close(descriptor) }
    var status = stat()
    let size = unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    var bytes: [UInt8] = []
    // One byte more than the size, so that the first read shows the end of most files.
    var request = min(max(size + 1, 4096), 1 << 30)
    while true {
      let count = try Descriptor.read(descriptor, upTo: request, into: &bytes, path: path)
      if count == 0 { return bytes }
      request = count < request ? 4096 : 1 << 18
    }
  }

  /// The names in a folder without `.` and `..`, sorted by their bytes.
  public static func names(in path: String) throws(SystemError) -> [String] {
    guard let directory = unsafe opendir(path) else { throw SystemError(path: path, code: errno) }
    defer { unsafe _ = closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let length = unsafe Int(entry.pointee.d_reclen) - 19
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: length) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return names
  }

  /// Writes a file so that a reader sees the old or the new content, never a part.
  public static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let file = try AtomicFile(path)
    do throws(SystemError) {
      try file.write(bytes)
    } catch {
      file.abandon()
      throw error
    }
    try file.commit()
  }

  /// Removes a file, if it can be removed.
  public static func remove(_ path: String) {
    unsafe _ = unlink(path)
  }

  /// Makes a folder; one that is there already is left as it is.
  public static func makeFolder(_ path: String) throws(SystemError) {
    if unsafe mkdir(path, 0o777) != 0, errno != EEXIST { throw SystemError(path: path, code: errno) }
  }

  /// The path of the working directory.
  public static var workingDirectory: String {
    guard let path = unsafe getcwd(nil, 0) else { return "." }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }
}

/// The variables the program was started with.
public enum ProcessEnvironment {
  /// The value of a variable, or `nil` if it is not set.
  public static func value(of name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The number of processors the program may use.
  public static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
