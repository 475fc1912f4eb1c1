// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

/// `copydesk glossary`: work on glossary files.
struct GlossaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary",
    abstract: "Check, look up, change, compare, exchange and try glossaries.",
    subcommands: [
      GlossaryCheckCommand.self,
      GlossaryFormatCommand.self,
      GlossaryShowCommand.self,
      GlossaryAddCommand.self,
      GlossaryDiffCommand.self,
      GlossaryMergeCommand.self,
      GlossaryImportCommand.self,
      GlossaryExportCommand.self,
      GlossaryMineCommand.self,
      GlossaryTryCommand.self,
      GlossaryUsageCommand.self,
      GlossarySchemaCommand.self,
      GlossaryTestCommand.self,
    ])
}
