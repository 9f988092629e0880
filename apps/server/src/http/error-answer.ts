import { translateError } from '@parley/locale'
import { type ErrorBody, type ErrorCode, errorTable, type Language, ParleyError } from '@parley/protocol'
import { ZodError, type z } from 'zod'
import { asDatabaseError } from '../store/database-errors'

/** The one place where anything thrown becomes an answer. Unexpected errors tell nothing about the inside. */
export function asParleyError(error: unknown): ParleyError {
  if (error instanceof ParleyError) return error
  if (error instanceof ZodError) return fromIssues(error.issues)
  // A client that hung up looks like a database that did, but for the status that Fastify gives it.
  return fromFramework(error) ?? asDatabaseError(error) ?? new ParleyError('internal', {}, { cause: error })
}

export function errorBody(error: ParleyError, language: Language): ErrorBody {
  const parameters = { ...error.parameters }
  return { error: { code: error.code, message: translateError(language, error.code, parameters), parameters } }
}

/** What HTTP itself says of an error (RFC 9110, sections 10.2.1 and 10.2.3): which methods are taken, when to come back. */
export function errorHeaders({ code, parameters }: ParleyError): Readonly<Record<string, string>> {
  const { allowed, retryAfterMs } = parameters
  if (code === 'method_not_allowed' && Array.isArray(allowed)) return { allow: allowed.join(', ') }
  if (typeof retryAfterMs === 'number') return { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) }
  return {}
}

/** The first fault of a text is the answer; other faults are listed with their fields. */
export function fromIssues(issues: readonly z.core.$ZodIssue[]): ParleyError {
  for (const issue of issues) {
    const fault = textFault(issue)
    if (fault) return new ParleyError(fault.code, { ...fault.parameters, field: issue.path.join('.') })
  }
  const listed = issues.slice(0, 20).map((issue) => ({ field: issue.path.join('.'), problem: issue.message }))
  return new ParleyError('invalid_request', { issues: listed, field: listed[0]?.field ?? '' })
}

function textFault(issue: z.core.$ZodIssue): { code: ErrorCode; parameters: object } | null {
  if (issue.code !== 'custom' || !issue.params || typeof issue.params.code !== 'string') return null
  const { code, ...parameters } = issue.params
  return code in errorTable ? { code: code as ErrorCode, parameters } : null
}

const frameworkErrors: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload_too_large',
  FST_REQ_FILE_TOO_LARGE: 'payload_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid_request',
  FST_ERR_BAD_URL: 'not_found',
}

/** What Fastify and its plugins refuse by themselves; those that are not listed keep at least their kind. */
function fromFramework(error: unknown): ParleyError | null {
  if (!(error instanceof Error)) return null
  const listed = 'code' in error && typeof error.code === 'string' ? frameworkErrors[error.code] : undefined
  const code = listed ?? ('statusCode' in error ? byStatus(error.statusCode) : undefined)
  return code ? new ParleyError(code, {}, { cause: error }) : null
}

function byStatus(status: unknown): ErrorCode | undefined {
  if (typeof status !== 'number' || status < 400 || status >= 500) return undefined
  return status === 413 ? 'payload_too_large' : 'invalid_request'
}
