// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// The glossaries of a run, compiled.
///
/// Their order decides between terms that fit a place equally well.
public struct GlossarySet: Sendable {
  /// A glossary of one of the blocks.
  struct Member: Sendable {
    let part: Int
    let glossary: Int
  }

  /// The blocks.
  private(set) var parts: [CompiledGlossary] = []
  /// The glossaries in order.
  private(set) var members: [Member] = []
  private var shippedPart: Int?

  /// Creates a set without glossaries.
  public init() {}

  /// Compiles glossaries.
  public init(_ glossaries: [Glossary]) {
    append(CompiledGlossary(glossaries))
  }

  /// Adds all glossaries of a block.
  public mutating func append(_ compiled: CompiledGlossary) {
    guard compiled.termCount > 0 else { return }
    for glossary in compiled.glossaries.indices { members.append(Member(part: parts.count, glossary: glossary)) }
    parts.append(compiled)
  }

  /// Adds a glossary that is compiled into the program.
  ///
  /// - Returns: Whether there is one of that name.
  public mutating func append(shipped name: String) -> Bool {
    let shipped = ShippedGlossary.compiled
    guard let glossary = shipped.glossaries.firstIndex(where: { $0.id == name }) else { return false }
    let part = shippedPart ?? parts.count
    if shippedPart == nil {
      shippedPart = part
      parts.append(shipped)
    }
    if !members.contains(where: { $0.part == part && $0.glossary == glossary }) {
      members.append(Member(part: part, glossary: glossary))
    }
    return true
  }

  /// The ids of the glossaries in order.
  public var ids: [String] { members.map { parts[$0.part].glossaries[$0.glossary].id } }
}
