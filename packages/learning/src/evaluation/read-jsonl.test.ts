import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { EvaluationInputError } from './evaluation-input-error'
import { readJsonl } from './read-jsonl'

const row = z.object({ text: z.string(), intent: z.string() })
let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-jsonl-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

async function read(content: string | Uint8Array) {
  const file = join(directory, 'rows.jsonl')
  await writeFile(file, content)
  return readJsonl(file, row)
}

test('rows are read, blank lines and the byte order mark skipped, unknown fields dropped', async () => {
  expect(await read('\ufeff{"text":"a","intent":"x","extra":1}\r\n\n{"text":"你","intent":"y"}')).toEqual([
    { text: 'a', intent: 'x' },
    { text: '你', intent: 'y' },
  ])
})

test.each<[string, string | Uint8Array, object]>([
  ['a missing field', '{"text":"a","intent":"x"}\n\n{"text":"b"}', { line: 3, field: 'intent' }],
  ['a wrong type', '{"text":5,"intent":"x"}', { line: 1, field: 'text' }],
  ['broken JSON', '{"text":"a","intent":"x"}\n{"text":', { line: 2 }],
  ['bytes that are not UTF-8', new Uint8Array([0x7b, 0xff, 0xfe]), {}],
  ['no rows', '\n\n', {}],
])('%s is refused with its place', async (_name, content, place) => {
  const error = await read(content).then(
    () => undefined,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(EvaluationInputError)
  expect((error as EvaluationInputError).place).toMatchObject({ file: join(directory, 'rows.jsonl'), ...place })
})

test('the message names file, line and field', async () => {
  await expect(read('{"text":"b"}')).rejects.toThrow(/rows\.jsonl:1: field "intent": /)
  await expect(readJsonl(join(directory, 'absent.jsonl'), row)).rejects.toThrow(/absent\.jsonl: no such file/)
})
