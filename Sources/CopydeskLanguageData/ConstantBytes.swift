// SPDX-License-Identifier: Apache-2.0

import CLanguageData

/// Bytes that never change: a file compiled into the program, or memory of their own.
///
/// Tables are read where they lie. Numbers are little-endian at any offset; reading beyond the end
/// stops the program, so whoever takes bytes from outside must check them first.
@safe  // The memory is constant; `owner` keeps it alive if it is not the program's.
public struct ConstantBytes: @unchecked Sendable {
  @usableFromInline let base: UnsafeRawPointer
  /// The number of bytes.
  public let count: Int
  private let owner: AnyObject?

  @safe
  private final class Memory {
    let pointer: UnsafeMutableRawPointer

    init(count: Int) {
      unsafe pointer = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1), alignment: 64)
    }

    deinit { unsafe pointer.deallocate() }
  }

  /// Copies an array.
  public init(_ bytes: [UInt8]) {
    let memory = Memory(count: bytes.count)
    unsafe bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { unsafe memory.pointer.copyMemory(from: start, byteCount: source.count) }
    }
    unsafe base = UnsafeRawPointer(memory.pointer)
    count = bytes.count
    owner = memory
  }

  init(embedded file: clanguagedata_file) {
    unsafe base = UnsafeRawPointer(file.bytes)
    unsafe count = file.length
    owner = nil
  }

  /// The byte at an offset.
  @inlinable
  public subscript(offset: Int) -> UInt8 {
    precondition(offset >= 0 && offset < count, "an offset lies beyond the end")
    return unsafe base.load(fromByteOffset: offset, as: UInt8.self)
  }

  /// The 16-bit number at an offset.
  @inlinable
  public func uint16(at offset: Int) -> UInt16 {
    precondition(offset >= 0 && offset &+ 2 <= count, "an offset lies beyond the end")
    return unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt16.self).littleEndian
  }

  /// The 32-bit number at an offset.
  @inlinable
  public func uint32(at offset: Int) -> UInt32 {
    precondition(offset >= 0 && offset &+ 4 <= count, "an offset lies beyond the end")
    return unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt32.self).littleEndian
  }

  /// The 64-bit number at an offset.
  @inlinable
  public func uint64(at offset: Int) -> UInt64 {
    precondition(offset >= 0 && offset &+ 8 <= count, "an offset lies beyond the end")
    return unsafe base.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian
  }

  /// A copy of some bytes.
  public func bytes(_ range: Range<Int>) -> [UInt8] {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "an offset lies beyond the end")
    return unsafe Array(UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count))
  }

  /// Some bytes as text.
  public func string(_ range: Range<Int>) -> String {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "an offset lies beyond the end")
    return unsafe String(
      decoding: UnsafeRawBufferPointer(start: base + range.lowerBound, count: range.count), as: UTF8.self)
  }

  /// A hash of the bytes from an offset on, to tell damaged copies from whole ones.
  public func checksum(from start: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(count)
    var offset = start
    while offset &+ 8 <= count {
      hash = (hash ^ uint64(at: offset)) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 29
      offset &+= 8
    }
    while offset < count {
      hash = (hash ^ UInt64(self[offset])) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 29
      offset &+= 1
    }
    return hash
  }
}

extension ConstantBytes {
  /// The glossaries that are compiled into the program.
  public static let glossaries = unsafe ConstantBytes(embedded: clanguagedata_glossaries())
  /// CLDR's names of regions.
  public static let regions = unsafe ConstantBytes(embedded: clanguagedata_regions())
}
