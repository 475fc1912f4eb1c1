// SPDX-License-Identifier: Apache-2.0

/// A reason why something could not be measured.
enum MeasureError: Error, CustomStringConvertible {
  case missingFile(path: String)
  case noRecords(folder: String, pattern: String)
  case invalidRecord(path: String, line: Int, reason: String)
  case programFailed(program: String, status: Int32, standardError: String)
  case replyMissing(expected: Int, found: Int, standardError: String)
  case replyOutOfOrder(line: Int, expected: String, found: String)
  case invalidReply(line: Int, reason: String)
  case recordRefused(id: String, code: String, message: String)

  var description: String {
    switch self {
    case .missingFile(let path): "\(path): no such file"
    case .noRecords(let folder, let pattern): "\(folder): no file named \(pattern)"
    case .invalidRecord(let path, let line, let reason): "\(path):\(line): \(reason)"
    case .programFailed(let program, let status, let standardError):
      "\(program) ended with status \(status)\(standardError.isEmpty ? "" : ": \(standardError)")"
    case .replyMissing(let expected, let found, let standardError):
      "copydesk stream answered \(found) of \(expected) records\(standardError.isEmpty ? "" : ": \(standardError)")"
    case .replyOutOfOrder(let line, let expected, let found):
      "copydesk stream, reply \(line): expected id “\(expected)”, found “\(found)”"
    case .invalidReply(let line, let reason): "copydesk stream, reply \(line): \(reason)"
    case .recordRefused(let id, let code, let message): "copydesk stream refused record “\(id)”: \(code): \(message)"
    }
  }
}
