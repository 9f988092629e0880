import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evaluateTasks } from './tasks'

const own = fileURLToPath(new URL('../../data/tasks/workplace.jsonl', import.meta.url))
const wide = fileURLToPath(new URL('../../data/tasks/workplace-wide.jsonl', import.meta.url))
const held = fileURLToPath(new URL('../../data/tasks/workplace-held.jsonl', import.meta.url))

const row = (text: string, tasks: readonly object[]) => ({
  now: '2026-11-23T09:00:00+08:00',
  speaker: 'u1',
  directory: [{ id: 'u2', name: '王伟', aliases: ['Wang Wei'] }],
  text,
  expect: { tasks },
})
const checklist = { title_keywords: ['发布清单'], assignee: 'u2', due: '2026-11-27' }
const request = '请把发布清单分配给王伟，周五前完成'

let directory = ''
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'parley-tasks-'))
})
afterAll(() => rm(directory, { recursive: true, force: true }))

async function evaluateRows(rows: readonly object[]) {
  const test = join(directory, 'tasks.jsonl')
  await writeFile(test, rows.map((entry) => JSON.stringify(entry)).join('\n'))
  return evaluateTasks({ test })
}

describe('evaluateTasks', () => {
  it('counts a task whose title, assignee and due date are right', async () => {
    const result = await evaluateRows([row(request, [checklist]), row('大家早上好', [])])
    expect(result).toMatchObject({ n: 2, precision: 1, recall: 1, f1: 1, falseTasks: 0, failures: [] })
  })

  it.each([
    ['another assignee', { ...checklist, assignee: null }, { assigneeAccuracy: 0, dueAccuracy: 1 }],
    ['another day', { ...checklist, due: '2026-11-28' }, { assigneeAccuracy: 1, dueAccuracy: 0 }],
    ['no day', { ...checklist, due: null }, { assigneeAccuracy: 1, dueAccuracy: 0 }],
    ['a time', { ...checklist, due: '2026-11-27T15:00:00+08:00' }, { assigneeAccuracy: 1, dueAccuracy: 0 }],
    ['another title', { ...checklist, title_keywords: ['价格页'] }, { assigneeAccuracy: 0, dueAccuracy: 0 }],
  ])('counts nothing where %s was expected', async (_, expected, scores) => {
    const result = await evaluateRows([row(request, [expected])])
    expect(result).toMatchObject({ f1: 0, ...scores })
    expect(result.failures).toHaveLength(1)
  })

  it('counts a message as a false task when it asks for nothing and yields one', async () => {
    expect(await evaluateRows([row(request, []), row('大家早上好', [])])).toMatchObject({
      falseTasks: 0.5,
      precision: 0,
    })
  })

  it.each([
    ['a missing field', { ...row(request, []), text: undefined }, /tasks\.jsonl:1: field "text"/],
    [
      'a due date that is none',
      row(request, [{ ...checklist, due: 'Friday' }]),
      /tasks\.jsonl:1: field "expect\.tasks\.0\.due"/,
    ],
    ['a clock without zone', { ...row(request, []), now: '2026-11-23 09:00' }, /tasks\.jsonl:1: field "now"/],
  ])('names file, line and field of %s', async (_, bad, place) => {
    await expect(evaluateRows([bad])).rejects.toThrow(place)
  })

  it('reads messages as the server does where it is given that, and says with which encoder', async () => {
    const test = join(directory, 'classified.jsonl')
    await writeFile(test, JSON.stringify(row('请更新价格页', [])))
    const intent = { confidence: 0.9, threshold: 0.5, ranking: [], nearestExamples: [], features: 'ngrams' }
    const evaluateAs = (name: string | null) =>
      evaluateTasks({
        test,
        encoder: 'small',
        version: '1',
        understand: async () => ({ language: 'zh', intent: { ...intent, name }, slots: [] }),
      })
    expect(await evaluateAs(null)).toMatchObject({ falseTasks: 1 })
    expect(await evaluateAs('request_access')).toMatchObject({ falseTasks: 0, encoder: 'small', version: '1' })
  })

  it.each([
    ['the working set', own, 80],
    ['the wider working set', wide, 304],
    ['the set kept aside', held, 40],
  ])('finds tasks in %s well enough to act on them, and hardly ever where there are none', async (_, test, n) => {
    const result = await evaluateTasks({ test })
    expect(result.n).toBe(n)
    for (const scores of [result, result.lang.zh, result.lang.en]) expect(scores?.f1).toBeGreaterThanOrEqual(0.75)
    expect(result.falseTasks).toBeLessThanOrEqual(0.05)
  })
})
