// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

extension GlossaryFormat {
  /// How much of a file is looked at.
  private static let sampleByteCount = 1 << 16

  /// The format of a file by its name and the start of its text.
  ///
  /// - Returns: `nil` if neither says what it is.
  public static func detect(_ input: InputText) -> GlossaryFormat? {
    let name = input.path.split(separator: "/").last.map { $0.lowercased() } ?? ""
    let parts = name.split(separator: ".")
    let sample = String(decoding: input.bytes.prefix(sampleByteCount), as: UTF8.self)
    switch parts.count > 1 ? parts.last ?? "" : "" {
    case "yml", "yaml": return yamlFormat(name: name, sample)
    case "tmx": return .tmx
    // A file that claims to be TBX is read as such, so that its reader says what is wrong.
    case "tbx": return xmlFormat(sample) ?? .tbxBasicDCA
    case "xml", "martif", "xlf", "xliff", "rdf", "skos": return xmlFormat(sample)
    case "csv", "tsv", "tab", "txt", "utf8":
      if name == "accept.txt" { return .valeAccept }
      if name == "reject.txt" { return .valeReject }
      return tableFormat(name: name, input)
    default: return xmlFormat(sample)
    }
  }

  // MARK: YAML

  private static func yamlFormat(name: String, _ sample: String) -> GlossaryFormat {
    var keys: Set<Substring> = []
    var extended: Substring?
    for line in sample.split(whereSeparator: \.isNewline) {
      guard let colon = line.firstIndex(of: ":"), let first = line.first, first.isLetter else { continue }
      keys.insert(line[..<colon])
      if line[..<colon] == "extends" { extended = line[line.index(after: colon)...] }
    }
    if keys.contains("glossary") || keys.contains("concepts") { return .yaml }
    if keys.contains("swap") || extended?.contains("substitution") ?? false { return .valeSubstitution }
    if name == "prh.yml" || name == "prh.yaml" || keys.contains("rules") || keys.contains("imports") { return .prh }
    return .yaml
  }

  // MARK: XML

  private static func xmlFormat(_ sample: String) -> GlossaryFormat? {
    guard let root = rootElement(sample) else { return nil }
    let name = root.name.split(separator: ":").last ?? root.name[...]
    switch name {
    case "martif": return .tbx2
    case "tbx":
      let isDCT = root.tag.contains("style=\"dct\"") || root.tag.contains("style='dct'")
      let isMin = root.tag.contains("TBX-Min")
      return isMin ? (isDCT ? .tbxMinDCT : .tbxMinDCA) : isDCT ? .tbxBasicDCT : .tbxBasicDCA
    case "xliff": return .xliff
    case "RDF": return .skos
    case "tmx": return .tmx
    default: return nil
    }
  }

  /// The first element of an XML text: its name and its start tag.
  private static func rootElement(_ sample: String) -> (name: Substring, tag: Substring)? {
    var rest = sample[...]
    while let open = rest.firstIndex(of: "<") {
      let behind = rest[rest.index(after: open)...]
      guard let first = behind.first else { return nil }
      if first.isLetter || first == "_" {
        let tag = behind.prefix { $0 != ">" }
        return (tag.prefix { !$0.isWhitespace && $0 != "/" }, tag)
      }
      guard first == "?" || first == "!" else { return nil }
      // Comments may show tags.
      let end = behind.hasPrefix("!--") ? "-->" : ">"
      guard let close = behind.firstRange(of: end) else { return nil }
      rest = behind[close.upperBound...]
    }
    return nil
  }

  // MARK: Tables

  private static func tableFormat(name: String, _ input: InputText) -> GlossaryFormat? {
    // The first rows are enough, and a mistake further down is found when the file is read.
    var end = min(input.bytes.count, sampleByteCount)
    if end < input.bytes.count { while end > 0, input.bytes[end - 1] != 0x0A { end -= 1 } }
    let head = InputText(path: input.path, bytes: Array(input.bytes[..<end]))
    let isTabbed = !name.hasSuffix(".csv")
    let dialect: TableDialect = isTabbed ? .tabs : .detected
    guard let row = (try? TableReader.read(head, dialect))?.rows.first else { return isTabbed ? .tsv : .csv }
    if TableColumns.isHeader(row) { return isTabbed ? .tsv : .csv }
    if isTabbed { return name.hasSuffix(".tsv") && row.cells.count > 3 ? .tsv : .omegaT }
    return row.cells.count == 2 || row.cells.count == 4 ? .deepL : .csv
  }
}
