// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A stream that every program is given.
public enum StandardStream: Int32, Sendable {
  /// What the program reads.
  case input = 0
  /// Where results go.
  case output = 1
  /// Where everything else goes.
  case error = 2

  /// The name in messages.
  private var name: String {
    switch self {
    case .input: "<stdin>"
    case .output: "<stdout>"
    case .error: "<stderr>"
    }
  }

  /// Whether a person sits at the other end.
  public var isTerminal: Bool { isatty(rawValue) == 1 }

  /// The columns of the terminal at the other end, or `nil` if there is none or it does not say.
  public var terminalWidth: Int? {
    var size = winsize()
    guard isTerminal, unsafe ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Appends what can be read without waiting for more, at most `count` bytes.
  ///
  /// - Returns: How many bytes were read; 0 at the end.
  public func read(upTo count: Int, into bytes: inout [UInt8]) throws(SystemError) -> Int {
    try Descriptor.read(rawValue, upTo: count, into: &bytes, path: name)
  }

  /// Reads to the end.
  public func readToEnd() throws(SystemError) -> [UInt8] {
    var bytes: [UInt8] = []
    while try Descriptor.read(rawValue, upTo: 1 << 18, into: &bytes, path: name) > 0 {}
    return bytes
  }

  /// Writes all bytes, at once and without a buffer.
  public func write(_ bytes: [UInt8]) throws(SystemError) {
    try Descriptor.write(rawValue, bytes, path: name)
  }

  /// Writes a text; what cannot be written is lost, which suits messages.
  public func print(_ text: String) {
    try? write(Array(text.utf8) + [0x0A])
  }
}

/// Reading and writing by file descriptor.
enum Descriptor {
  static func read(
    _ descriptor: Int32, upTo count: Int, into bytes: inout [UInt8], path: String
  ) throws(SystemError) -> Int {
    var code: Int32 = 0
    let chunk = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      var got = -1
      repeat { got = unsafe Glibc.read(descriptor, buffer.baseAddress, count) } while got < 0 && errno == EINTR
      if got < 0 { code = errno }
      initialized = max(0, got)
    }
    if code != 0 { throw SystemError(path: path, code: code) }
    if bytes.isEmpty { bytes = chunk } else { bytes.append(contentsOf: chunk) }
    return chunk.count
  }

  static func write(_ descriptor: Int32, _ bytes: [UInt8], path: String) throws(SystemError) {
    var code: Int32 = 0
    unsafe bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let written = unsafe Glibc.write(
          descriptor, buffer.baseAddress.map { unsafe $0 + offset }, buffer.count - offset)
        if written < 0 {
          if errno == EINTR { continue }
          code = errno
          return
        }
        offset += written
      }
    }
    if code != 0 { throw SystemError(path: path, code: code) }
  }
}
