import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluateRelations } from './relations'

describe('eval relations', () => {
  let directory: string
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'relations-'))
  })
  afterAll(() => rm(directory, { recursive: true }))

  const write = async (name: string, content: string) => {
    await writeFile(join(directory, name), content)
    return join(directory, name)
  }
  const row = (text: string, head: string, tail: string, relation: string) =>
    JSON.stringify({ text, relations: [{ head, tail, relation }] })

  it('counts pairs that are found, and relations that are right', async () => {
    const test = await write(
      'test.jsonl',
      [
        row('The gateway depends on the ledger.', 'gateway', 'ledger', 'needs'),
        row('档案位于利兹仓库。', '档案', '利兹仓库', 'Located'),
        row('Northwind met Castline.', 'Northwind', 'Castline', 'partner'),
        row('Castline and Northwind are companies.', 'Castline', 'Northwind', 'unknown'),
      ].join('\n'),
    )
    const map = await write('map.json', JSON.stringify({ located_in: 'Located' }))
    const report = await evaluateRelations({ test, map, version: '1' })
    expect(report).toMatchObject({ task: 'relations', n: 4, pairRecall: 2 / 3, precision: 1 / 2, recall: 1 / 3 })
    expect(report.lang.zh).toMatchObject({ n: 1, f1: 1 })
  })

  it('names file, line and field of what does not fit', async () => {
    const test = await write('broken.jsonl', '{"text":"a","relations":[{"head":"a","tail":""}]}')
    await expect(evaluateRelations({ test, version: '1' })).rejects.toThrow(/broken\.jsonl.*relations\.0/s)
  })
})
