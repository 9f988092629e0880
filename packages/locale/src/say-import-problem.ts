import type { Catalogue } from './catalogue'
import { textNamed } from './text-named'

/** Why something of an archive did not come; a reason of a newer server as it says it. */
export function sayImportProblem(texts: Partial<Catalogue>, problem: string): string {
  return String(textNamed(texts, `web.moving.problem.${problem}`) ?? problem)
}
