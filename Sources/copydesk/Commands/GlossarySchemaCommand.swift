// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskLinting

/// `copydesk glossary schema`: the JSON Schema of glossary files.
struct GlossarySchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of glossary files, for editors that complete and check YAML.")

  func run() throws {
    try Output.write(GlossarySchema.json)
  }
}
