import { EvaluationInputError } from '@parley/learning'
import { expect, test } from 'vitest'
import { explainFailure } from './report-failure'

const place = { file: 'rows.jsonl', line: 2, field: 'intent' }
const lineOf = (error: Error, language: 'zh' | 'en') => explainFailure(error, language)?.line

test('what is wrong with a file is told in the reader’s language, with file and line', () => {
  const missing = new EvaluationInputError(place, 'expected string', 'missing')
  expect(lineOf(missing, 'en')).toBe('Unusable input: rows.jsonl:2: “intent” is missing')
  expect(lineOf(missing, 'zh')).toBe('输入不可用：rows.jsonl:2: 缺少“intent”')
  const broken = new EvaluationInputError({ file: 'rows.jsonl', line: 1 }, 'not JSON (Unexpected token)', 'not-json')
  expect(lineOf(broken, 'zh')).toBe('输入不可用：rows.jsonl:1: 这一行不是 JSON')
})

test('what nobody knows in other words is told as it is', () => {
  const error = new EvaluationInputError({ file: 'map.json' }, 'is not a JSON object from intent to intent')
  expect(lineOf(error, 'en')).toBe('Unusable input: map.json: is not a JSON object from intent to intent')
})
