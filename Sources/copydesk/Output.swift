// SPDX-License-Identifier: Apache-2.0

import CopydeskSystem

/// Standard output for commands that write once.
enum Output {
  /// Writes bytes; ends the command quietly if nobody reads them.
  static func write(_ bytes: [UInt8]) throws {
    do throws(SystemError) {
      try StandardStream.output.write(bytes)
    } catch {
      if error.isBrokenPipe { throw CommandFailure(status: .clean, message: nil) }
      throw CommandFailure.failed(error.description)
    }
  }

  /// Writes a text.
  static func write(_ text: String) throws { try write(Array(text.utf8)) }
}
