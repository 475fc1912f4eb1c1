// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskICU
import CopydeskLinting
import CopydeskProject
import CopydeskRules
import CopydeskSystem

/// `copydesk doctor`: what this program is made of and what it finds here.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Show versions, data and the configuration that holds in a folder.")

  @Argument(help: ArgumentHelp("The folder (default: the working directory).", valueName: "folder"))
  var folder: String = "."

  @OptionGroup(title: "Configuration") var configurationOptions: ConfigurationOptions

  func run() throws {
    let catalog = RuleCatalog(BuiltInRules.all)
    let onCount = catalog.metadata.count { $0.isOnByDefault }
    try Output.write(
      """
      copydesk       \(ToolVersion.current)
      ICU            \(ICUVersion.icu) (Unicode \(ICUVersion.unicode), CLDR \(ICUVersion.cldr))
      rules          \(catalog.metadata.count), \(onCount) of them on by default
      languages      \(LanguageData.languages.joined(separator: ", "))
      house styles   \(HouseStyle.shippedNames.joined(separator: ", "))
      glossaries     \(ShippedGlossary.names.joined(separator: ", ")) (shipped)
      processors     \(ProcessEnvironment.processorCount)

      """)
    let lines: [String]
    do throws(LintFailure) {
      lines = try configurationLines(configurationOptions.store(catalog))
    } catch {
      throw CommandFailure.failed(error)
    }
    try Output.write(lines.joined(separator: "\n") + "\n")
  }

  /// The configurations and glossaries that hold in the folder.
  private func configurationLines(_ store: ConfigurationStore) throws(LintFailure) -> [String] {
    let paths = try store.paths(forFolder: folder)
    let contexts = ContextStore()
    var lines = paths.isEmpty ? ["configuration  none found"] : paths.map { "configuration  \($0)" }
    for reference in try store.glossaries(forFolder: folder) {
      switch reference {
      case .shipped(let name):
        lines.append("glossary       \(name) (shipped)")
      case .file(let file):
        let count = try contexts.glossary(file).glossary.concepts.count
        lines.append("glossary       \(file.path) (\(count) concepts)")
      }
    }
    return lines
  }
}
