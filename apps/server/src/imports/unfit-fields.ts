import type { z } from 'zod'

/** The fields of an entry that are not as they should be, by their names: a report is read in any language. */
export const unfitFields = ({ issues }: z.ZodError): string =>
  [...new Set(issues.map(({ path }) => path.join('.')))]
    .filter((field) => field !== '')
    .join(', ')
    .slice(0, 200)
