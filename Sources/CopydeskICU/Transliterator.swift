// SPDX-License-Identifier: Apache-2.0

import CICU

/// Rewrites text from one script or spelling into another by ICU's rules.
///
/// Opening one takes from 20 µs to 120 ms (Han–Latin), so open only what a text needs.
@safe
public struct Transliterator: ~Copyable {
  private let handle: OpaquePointer

  /// Opens a transliterator by ICU's identifier, such as `Any-Latin; Latin-ASCII`.
  ///
  /// - Throws: ``ICUError`` if ICU does not know the identifier.
  public init(_ identifier: String) throws(ICUError) {
    var status: Int32 = 0
    guard let handle = unsafe cicu_transliterator_open(identifier, &status) else {
      throw ICUError(status: max(status, 1))
    }
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe cicu_transliterator_close(handle) }

  /// The rewritten text.
  ///
  /// - Throws: ``ICUError`` if ICU fails.
  public mutating func transliterate(_ text: String) throws(ICUError) -> String {
    let input = Array(text.utf8)
    if input.isEmpty { return text }
    let output = unsafe try withUTF8Output(capacity: input.count * 3 + 16) { output, capacity, status in
      unsafe input.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        return unsafe cicu_transliterate(handle, base, Int32(buffer.count), output, capacity, &status)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

@available(*, unavailable)
extension Transliterator: Sendable {}

/// Maps look-alike characters to one prototype (UTS 39), so that texts that look the same compare equal.
@safe
public struct ConfusableSkeletons: ~Copyable {
  private let handle: OpaquePointer

  /// Opens ICU's confusable data.
  ///
  /// - Throws: ``ICUError`` if the data cannot be read.
  public init() throws(ICUError) {
    var status: Int32 = 0
    guard let handle = unsafe cicu_spoof_open(&status) else { throw ICUError(status: max(status, 1)) }
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe cicu_spoof_close(handle) }

  /// The skeleton of a text; compare skeletons only with skeletons.
  ///
  /// - Throws: ``ICUError`` if ICU fails.
  public func skeleton(of text: String) throws(ICUError) -> String {
    let input = Array(text.utf8)
    if input.isEmpty { return text }
    let output = unsafe try withUTF8Output(capacity: input.count * 3 + 16) { output, capacity, status in
      unsafe input.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        return unsafe cicu_spoof_skeleton(handle, base, Int32(buffer.count), output, capacity, &status)
      }
    }
    return String(decoding: output, as: UTF8.self)
  }
}

@available(*, unavailable)
extension ConfusableSkeletons: Sendable {}
