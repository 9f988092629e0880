/** The result of a piece of work that is done in steps, for whoever need not let others have their turn between them. */
export function runToEnd<Result>(steps: Generator<unknown, Result>): Result {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}
