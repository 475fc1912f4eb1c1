// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology

/// Addresses on the web under which catalogs keep their entries.
enum CatalogLink {
  private static let catalogs: [(name: String, address: String)] = [
    ("wikidata", "https://www.wikidata.org/wiki/"),
    ("wikidata", "https://www.wikidata.org/entity/"),
    ("geonames", "https://www.geonames.org/"),
    ("geonames", "https://sws.geonames.org/"),
    ("viaf", "https://viaf.org/viaf/"),
    ("iate", "https://iate.europa.eu/entry/result/"),
  ]

  /// The address of a name, or `nil` if its catalog has none that is known.
  static func link(of name: ExternalID) -> String? {
    guard isPlain(name.id) else { return nil }
    return catalogs.first { $0.name == name.catalog }.map { $0.address + name.id }
  }

  /// The address that linked data uses for a name, or `nil` if its catalog has none that is known.
  static func entity(of name: ExternalID) -> String? {
    guard isPlain(name.id) else { return nil }
    switch name.catalog {
    case "wikidata": return "http://www.wikidata.org/entity/" + name.id
    case "geonames": return "https://sws.geonames.org/" + name.id + "/"
    default: return link(of: name)
    }
  }

  /// The name that an address stands for, or `nil` if it belongs to no catalog that is known.
  static func name(ofLink link: String) -> ExternalID? {
    let secure = link.hasPrefix("http://") ? "https://" + link.dropFirst("http://".count) : link
    for catalog in catalogs where secure.hasPrefix(catalog.address) {
      let id = secure.dropFirst(catalog.address.count)
      let trimmed = id.hasSuffix("/") ? id.dropLast() : id
      if isPlain(String(trimmed)) { return ExternalID(catalog: catalog.name, id: String(trimmed)) }
    }
    return nil
  }

  /// Whether a name can stand in an address as it is.
  private static func isPlain(_ id: String) -> Bool {
    !id.isEmpty
      && id.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
          true
        default: false
        }
      }
  }
}
