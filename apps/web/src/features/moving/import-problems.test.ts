import { en, sayImportProblem, zh } from '@parley/locale'
import { ImportProblem } from '@parley/protocol'
import { expect, it } from 'vitest'

it.each(ImportProblem.options)('says "%s" in both languages, and never as a code', (problem) => {
  const said = [en, zh].map((texts) => sayImportProblem(texts, problem))
  expect(said).not.toContain(problem)
  expect(new Set(said).size).toBe(2)
})
