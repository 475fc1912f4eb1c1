// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology
internal import CopydeskText
internal import CopydeskXML

extension XMLParser {
  /// The root element of a glossary file.
  static func root(of input: InputText) throws(GlossaryError) -> XMLElement {
    do throws(XMLError) {
      return try parse(input.bytes)
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
