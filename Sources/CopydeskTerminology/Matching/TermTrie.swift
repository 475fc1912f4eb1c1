// SPDX-License-Identifier: Apache-2.0

/// A tree of word keys in one hash table.
///
/// Every edge is one slot, found by its node and the key of the next word, so a step costs the same
/// for a hundred terms and for a hundred thousand.
struct TermTrie: Sendable {
  /// The node where terms start.
  static let root: UInt32 = 0
  /// The node where hashtags start; their words are joined, so they have one edge.
  static let hashtagRoot: UInt32 = 1

  private var slotEdges: [UInt64]
  private var slotNodes: [UInt32]
  private var mask: Int
  private var edgeCount = 0
  /// The number of nodes.
  private(set) var nodeCount: UInt32 = 2

  /// Creates a tree with room for some edges.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slotEdges = [UInt64](repeating: 0, count: size)
    slotNodes = [UInt32](repeating: 0, count: size)
    mask = size - 1
  }

  /// The node behind an edge, or 0 if there is none.
  @inline(__always)
  func node(after node: UInt32, key: UInt64) -> UInt32 {
    let edge = TermTrie.edge(node, key)
    var slot = Int(truncatingIfNeeded: edge >> 20) & mask
    while slotNodes[slot] != 0 {
      if slotEdges[slot] == edge { return slotNodes[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The node behind an edge, made if needed.
  mutating func addNode(after node: UInt32, key: UInt64) -> UInt32 {
    let existing = self.node(after: node, key: key)
    if existing != 0 { return existing }
    if edgeCount * 2 >= slotNodes.count { grow() }
    let new = nodeCount
    nodeCount += 1
    edgeCount += 1
    insert(TermTrie.edge(node, key), new)
    return new
  }

  private mutating func insert(_ edge: UInt64, _ node: UInt32) {
    var slot = Int(truncatingIfNeeded: edge >> 20) & mask
    while slotNodes[slot] != 0 { slot = (slot + 1) & mask }
    slotEdges[slot] = edge
    slotNodes[slot] = node
  }

  private mutating func grow() {
    let (oldEdges, oldNodes) = (slotEdges, slotNodes)
    slotEdges = [UInt64](repeating: 0, count: oldEdges.count * 2)
    slotNodes = [UInt32](repeating: 0, count: oldNodes.count * 2)
    mask = slotNodes.count - 1
    for slot in oldNodes.indices where oldNodes[slot] != 0 { insert(oldEdges[slot], oldNodes[slot]) }
  }

  /// One number for node and key.
  ///
  /// Keys are hashes already, so two edges meet as rarely as two words do.
  @inline(__always)
  private static func edge(_ node: UInt32, _ key: UInt64) -> UInt64 {
    key ^ (UInt64(node) &* 0x9e37_79b9_7f4a_7c15)
  }
}
