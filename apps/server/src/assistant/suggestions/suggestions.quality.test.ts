import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { isOpenQuestion, SUGGESTED_FROM } from '@parley/dialogue'
import { defaultModelDirectory } from '@parley/inference'
import { startTestParley, type TestParley } from '@parley/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoHandbook } from '../../demo/handbook'
import { createLog } from '../../log'
import { startLanguageEngine } from '../start-language-engine'

/**
 * Written conversations over the demonstration's handbook, which no model was trained on: what would be suggested unasked,
 * and how much of it is right. `SUGGESTED_FROM` is judged on the half for validation; the other half is only reported.
 */
interface Conversation {
  readonly half: 'validation' | 'held'
  readonly lang: 'en' | 'zh'
  /** The last one asks. */
  readonly says: readonly string[]
  /** What the quote must hold; null: nothing should be suggested. */
  readonly answer: string | null
}

/** What one message would be answered by, and whether that is right. */
interface Judged {
  readonly conversation: Conversation
  readonly text: string
  readonly confidence: number
  readonly isRight: boolean
}

const file = fileURLToPath(
  new URL('../../../../../packages/knowledge/data/suggestions/conversations.jsonl', import.meta.url),
)
const programDirectory = fileURLToPath(new URL('../../../../../dist', import.meta.url))
const engine = () =>
  startLanguageEngine({ modelDirectory: defaultModelDirectory(), programDirectory, log: createLog('silent') })
const LEAST_PRECISION = 0.95

describe.skipIf(process.env.PARLEY_TEST_WITHOUT_MODEL === '1')('answers that are suggested unasked', () => {
  let parley: TestParley
  let conversations: Conversation[]
  const judged: Judged[] = []

  beforeAll(async () => {
    parley = await startTestParley({ engine, hasRateLimits: false })
    for (const { title, text } of demoHandbook) {
      await parley.owner.http.command('knowledge.addDocument', { title, text, mimeType: 'text/markdown' })
    }
    conversations = (await readFile(file, 'utf8'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Conversation)
    for (const conversation of conversations) judged.push(...(await judge(conversation)))
  }, 600_000)
  afterAll(() => parley?.[Symbol.asyncDispose]())

  async function judge(conversation: Conversation): Promise<Judged[]> {
    const found: Judged[] = []
    for (const text of conversation.says) {
      const { understanding } = await parley.owner.http.command('understand', { text })
      const acts = understanding.tone?.acts.map(({ name }) => name) ?? null
      if (!isOpenQuestion(text, acts)) continue
      const { reply } = await parley.owner.http.query('assistant.lookUp', { text })
      if (!reply) continue
      const { answer, says } = conversation
      const isRight = answer !== null && text === says.at(-1) && reply.text.includes(answer)
      found.push({ conversation, text, confidence: reply.confidence ?? 0, isRight })
    }
    return found
  }

  function figures(half: Conversation['half'], threshold: number) {
    const given = judged.filter((one) => one.conversation.half === half && one.confidence >= threshold)
    const right = given.filter(({ isRight }) => isRight).length
    const answerable = conversations.filter((one) => one.half === half && one.answer !== null).length
    return {
      ...{ half, threshold, given: given.length, right },
      precision: Number((right / Math.max(1, given.length)).toFixed(3)),
      coverage: Number((right / answerable).toFixed(3)),
      wrong: given.filter(({ isRight }) => !isRight).map(({ text, confidence }) => `${confidence.toFixed(2)} ${text}`),
    }
  }

  it('are right in at least 95 of 100 cases on the half for validation', () => {
    const steps = Array.from({ length: 13 }, (_, step) => Number((0.35 + step * 0.05).toFixed(2)))
    for (const half of ['validation', 'held'] as const) {
      for (const step of steps) console.info(JSON.stringify({ ...figures(half, step), wrong: undefined }))
      console.info(JSON.stringify(figures(half, SUGGESTED_FROM), null, 1))
    }
    const chosen = figures('validation', SUGGESTED_FROM)
    expect(chosen.precision).toBeGreaterThanOrEqual(LEAST_PRECISION)
    expect(chosen.coverage).toBeGreaterThanOrEqual(0.3)
  })
})
