import { ImportProblem } from '@parley/protocol'

type ProblemKey = `web.moving.problem.${ImportProblem}`

/** Why something of an archive did not come; a reason of a newer server as it says it. */
export function sayImportProblem(text: (key: ProblemKey) => string, problem: string): string {
  const known = ImportProblem.safeParse(problem)
  return known.success ? text(`web.moving.problem.${known.data}`) : problem
}
