// SPDX-License-Identifier: Apache-2.0

// A rule file imports only `CopydeskLinting`.
@_exported public import CopydeskAnalysis
@_exported public import CopydeskArticles
@_exported public import CopydeskTerminology
@_exported public import CopydeskText
