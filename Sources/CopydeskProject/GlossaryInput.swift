// SPDX-License-Identifier: Apache-2.0

public import CopydeskInterchange
import CopydeskLinting
import CopydeskSystem

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
      return try InputText.decoding(path: path, bytes: bytes, declaredEncoding: declaredEncoding(in: bytes))
    } catch {
      throw LintFailure(error)
    }
  }

  /// The encoding that an XML declaration names.
  private static func declaredEncoding(in bytes: [UInt8]) -> String? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes[start...].starts(with: "<?xml".utf8) else { return nil }
    let declaration = String(decoding: bytes[start...].prefix(200).prefix { $0 != UInt8(ascii: ">") }, as: UTF8.self)
    guard let name = declaration.split(separator: "encoding").dropFirst().first else { return nil }
    return name.split(omittingEmptySubsequences: true) { " =\"'?\t\n\r".contains($0) }.first.map(String.init)
  }
}
