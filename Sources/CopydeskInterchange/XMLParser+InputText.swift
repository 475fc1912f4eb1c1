// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology
internal import CopydeskText
internal import CopydeskXML

extension XMLParser {
  /// The root element of a glossary file.
  static func root(of input: InputText) throws(GlossaryError) -> XMLElement {
    try root(of: input, handingOver: [], to: nil)
  }

  /// The root element of a glossary file, whose entries are handed over one by one.
  static func root(
    of input: InputText, handingOver entries: Set<String>, to handle: ((XMLElement) -> Void)?
  ) throws(GlossaryError) -> XMLElement {
    do throws(XMLError) {
      return try parse(input.bytes, handingOver: entries, to: handle)
    } catch {
      throw GlossaryError(
        path: input.path, mistakes: [.init(place: GlossaryPlace(error.place), message: error.message)])
    }
  }
}

extension GlossaryPlace {
  /// The place of something in an XML file.
  init(_ place: XMLPlace) { self.init(line: place.line, column: place.column) }
}
