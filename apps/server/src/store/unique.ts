import { sqlState } from './retry-conflicts'

const UNIQUE_VIOLATION = '23505'

/** Turns the violation of one named unique index into the error that says what it means. */
export async function refuseDuplicate<Result>(
  index: string,
  refusal: () => Error,
  run: () => Promise<Result>,
): Promise<Result> {
  try {
    return await run()
  } catch (error) {
    throw isViolationOf(error, index) ? refusal() : error
  }
}

function isViolationOf(error: unknown, index: string): boolean {
  return (
    sqlState(error) === UNIQUE_VIOLATION &&
    error instanceof Error &&
    'constraint' in error &&
    error.constraint === index
  )
}
