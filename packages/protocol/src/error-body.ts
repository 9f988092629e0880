import { z } from 'zod'
import { type ErrorCode, errorTable } from './errors'

const codes = Object.keys(errorTable) as [ErrorCode, ...ErrorCode[]]

/** The body of every answer that is not a success. */
export const ErrorBody = z.object({
  error: z.object({
    code: z.enum(codes),
    message: z.string(),
    parameters: z.record(z.string(), z.unknown()),
  }),
})
export type ErrorBody = z.infer<typeof ErrorBody>
