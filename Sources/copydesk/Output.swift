// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskSystem

/// What commands write: results on standard output at once, messages on standard error.
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

  /// Writes lines for people; what of files could command their terminal is shown by its code point.
  static func show(_ text: String) throws { try write(PrintableText.lines(text)) }

  /// Writes lines for people to standard error, made harmless like those of ``show(_:)``.
  static func say(_ text: String) { StandardStream.error.print(PrintableText.lines(text)) }
}
