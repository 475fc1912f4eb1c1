// SPDX-License-Identifier: Apache-2.0

/// Near-duplicate names found in a professional translation, judged by people.
struct NameVariantRecord: Decodable {
  var id: String
  var pair: String
  var system: String
  /// Whether the forms are one name spelled two ways; else two names that look alike.
  var label: Bool
  var forms: [String: [InjectedRecord.Place]]
}
