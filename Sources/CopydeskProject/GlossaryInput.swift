// SPDX-License-Identifier: Apache-2.0

public import CopydeskInterchange
import CopydeskLinting
import CopydeskSystem
import CopydeskXML

/// Reads glossaries from files of any format.
public enum GlossaryInput {
  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The bytes, in any encoding that can be told.
  ///   - path: The path as messages show it; its extension helps to tell the format.
  ///   - format: The format, or `nil` to tell it from name and content.
  ///   - options: What the format does not say.
  /// - Returns: The glossary and what of the file it does not hold.
  /// - Throws: ``LintFailure`` if the bytes are no text, their format cannot be told, or they have mistakes.
  public static func read(
    _ bytes: [UInt8], path: String, format: GlossaryFormat? = nil, options: ImportOptions = ImportOptions()
  ) throws(LintFailure) -> ImportedGlossary {
    let input = try text(bytes, path: path)
    guard let format = format ?? GlossaryFormat.detect(input) else {
      throw LintFailure(
        path,
        "name and content do not tell the format; expected a glossary in YAML, TBX, CSV or another format of "
          + "“copydesk glossary import”")
    }
    do throws(GlossaryError) {
      return try GlossaryInterchange.read(input, format: format, options: options)
    } catch {
      throw LintFailure(error)
    }
  }

  /// The text of a file; what is no YAML may be in an encoding other than UTF-8.
  static func text(_ bytes: [UInt8], path: String) throws(LintFailure) -> InputText {
    // The YAML parser tells encodings itself and says where a byte is wrong.
    if path.hasSuffix(".yml") || path.hasSuffix(".yaml") { return InputText(path: path, bytes: bytes) }
    do throws(InputError) {
      return try InputText.decoding(path: path, bytes: bytes, declaredEncoding: XMLDeclaration.encoding(in: bytes))
    } catch {
      throw LintFailure(error)
    }
  }
}
