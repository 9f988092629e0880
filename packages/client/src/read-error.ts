import { ErrorBody, type ErrorCode, errorTable, ParleyError } from '@parley/protocol'
import { ConnectionError } from './connection-error'

/** The error that a status and body stand for. A proxy's own page (502, 504 …) is a failure of the connection. */
export function readError(status: number, json: unknown): ParleyError | ConnectionError {
  const parsed = ErrorBody.safeParse(json)
  if (parsed.success) {
    const { code, parameters, message } = parsed.data.error
    return new ParleyError(code, parameters, { message })
  }
  if (status >= 500) return new ConnectionError(`the server answered ${status}`)
  return new ParleyError(codeOfStatus(status), {})
}

/** A code that this version does not know is read by its status. */
function codeOfStatus(status: number): ErrorCode {
  const codes = Object.keys(errorTable) as ErrorCode[]
  return codes.find((code) => errorTable[code].status === status) ?? 'invalid_request'
}
