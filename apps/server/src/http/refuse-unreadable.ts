import type { Socket } from 'node:net'
import { type ErrorCode, ParleyError } from '@parley/protocol'
import { errorBody } from './error-answer'

const answers: Readonly<Record<string, readonly [status: string, code: ErrorCode]>> = {
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'payload_too_large'],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'invalid_request'],
}

/** What the HTTP parser gives up on before there is a request: it is answered in the form of every other error. */
export function refuseUnreadable(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const [status, code] = answers[error.code ?? ''] ?? (['400 Bad Request', 'invalid_request'] as const)
  const body = JSON.stringify(errorBody(new ParleyError(code), 'en'))
  const head = [
    `HTTP/1.1 ${status}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
