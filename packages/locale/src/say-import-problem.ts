import type { Catalogue } from './catalogue'

/** Why something of an archive did not come; a reason of a newer server as it says it. */
export function sayImportProblem(texts: Partial<Catalogue>, problem: string): string {
  const text = new Map<string, unknown>(Object.entries(texts)).get(`web.moving.problem.${problem}`)
  return String(text ?? problem)
}
