// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Lower-case words that link the parts of a name: *Friends **of the** Union Chain Bridge*.
///
/// A run of foreign words that has no other lower-case words is taken for a name.
struct NameLinks {
  private let keys: Set<UInt64>

  /// Whether a word links parts of names.
  func contains(_ key: UInt64) -> Bool { keys.contains(key) }

  /// Words that link parts of a person's name in any language.
  static let personal = NameLinks(
    "bin ibn bint al el as ul abu ben de da di la le du dos das der den ten ter van von zu zum zur y e i del")

  /// The words of a language, with the personal ones; just the personal ones if the language has no list.
  static func links(of language: String) -> NameLinks { lists[language] ?? personal }

  /// The words of all languages.
  static let any = NameLinks(lists.values.reduce(into: Set()) { $0.formUnion($1.keys) })

  private static let lists: [String: NameLinks] = [
    "cs": "a v ve z ze na pro o při do s u",
    "de": "der die das des dem den und für vom in im am auf an bei mit",
    "en": "of the and for in on at to a an by with from as or",
    "es": "los las en a para por con sin sobre",
    "fr": "des d' d les l' l et en à au aux pour sur sous par dans",
    "it": "della dei degli delle dell' d' dal ed per in a al alla il i gli lo l' con su sul nel nella",
    "nl": "het en voor in op te aan bij met",
    "pl": "i w z na do dla o im przy",
    "pt": "do em no na a o ao à para por com sobre os",
    "ru": "и в во на по за для имени при о об с из к",
    "uk": "і й та в у на з із зі за для імені при про до",
  ].mapValues { NameLinks($0, personal) }

  private init(_ words: String, _ more: NameLinks? = nil) {
    keys = Set(words.split(separator: " ").map { TokenKey.key(of: $0) }).union(more?.keys ?? [])
  }

  private init(_ keys: Set<UInt64>) {
    self.keys = keys
  }

  /// Languages that write names of institutions in sentence case: only the first word has a capital.
  static func hasSentenceCaseNames(_ language: String) -> Bool {
    switch language {
    case "en", "de", "nl": false
    default: true
    }
  }
}
