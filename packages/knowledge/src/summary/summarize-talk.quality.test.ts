import { fileURLToPath } from 'node:url'
import type { Encoder } from '@parley/inference'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MARKS, type MarkedTalk, readMarkedTalks } from '../../testing/read-marked-talk'
import { isWithoutModel, openTestEncoder } from '../../testing/test-encoder'
import { summarizeTalk } from './summarize-talk'
import type { SaidSentence, TalkSummary } from './talk'

const DATA = fileURLToPath(new URL('../../data/summaries', import.meta.url))

/** Of one conversation: the messages that have to be cited, and those that are, by the list in which they stand. */
interface Summed {
  readonly talk: MarkedTalk
  readonly cited: Readonly<Record<keyof TalkSummary, Set<string>>>
}

const share = (part: number, of: number) => (of === 0 ? 0 : Number((part / of).toFixed(3)))
const idsOf = (sentences: readonly SaidSentence[]) => new Set(sentences.map(({ messageId }) => messageId))

async function sumUp(talk: MarkedTalk, encoder: Encoder | null): Promise<Summed> {
  const { points, decisions, promises, openQuestions } = await summarizeTalk(talk.messages, encoder)
  const cited = { points: idsOf(points), decisions: idsOf(decisions) }
  return { talk, cited: { ...cited, promises: idsOf(promises), openQuestions: idsOf(openQuestions) } }
}

/** Shares over all conversations: of each kind what is held, of what is said how much had to be said. */
function figuresOf(summed: readonly Summed[]) {
  const marked = summed.flatMap(({ talk, cited }) => {
    const all = new Set(Object.values(cited).flatMap((ids) => [...ids]))
    return talk.messages.map(({ id, mark }) => ({ mark, isCited: all.has(id), cited, id }))
  })
  const held = MARKS.map((kind) => {
    const own = marked.filter(({ mark }) => mark === kind)
    return [kind, share(own.filter(({ isCited }) => isCited).length, own.length)] as const
  })
  const wanted = marked.filter(({ mark }) => mark !== null)
  const cited = marked.filter(({ isCited }) => isCited)
  const listed = (list: keyof Summed['cited'], kind: string) => {
    const there = marked.filter(({ cited, id }) => cited[list].has(id))
    return share(there.filter(({ mark }) => mark === kind).length, there.length)
  }
  return {
    conversations: summed.length,
    ...Object.fromEntries(held),
    all: share(wanted.filter(({ isCited }) => isCited).length, wanted.length),
    wantedAmongSaid: share(cited.filter(({ mark }) => mark !== null).length, cited.length),
    saidOfAll: share(cited.length, marked.length),
    rightDecisions: listed('decisions', 'decision'),
    rightPromises: listed('promises', 'owner'),
    rightQuestions: listed('openQuestions', 'question'),
  }
}

describe.skipIf(isWithoutModel)('what a summary holds of what it should', () => {
  let encoder: Encoder
  let talks: readonly MarkedTalk[]
  beforeAll(async () => {
    encoder = await openTestEncoder()
    talks = await readMarkedTalks(DATA)
  })
  afterAll(() => encoder?.close())

  async function measure(half: MarkedTalk['half'], language: MarkedTalk['language'], by: Encoder | null) {
    const own = talks.filter((talk) => talk.half === half && talk.language === language)
    return figuresOf(await Promise.all(own.map((talk) => sumUp(talk, by))))
  }

  it('is enough, in both languages, with the encoder and by words alone', async () => {
    for (const [name, by] of [
      ['hybrid', encoder],
      ['words', null],
    ] as const) {
      for (const half of ['validation', 'held'] as const) {
        for (const language of ['en', 'zh'] as const) {
          const figures = await measure(half, language, by)
          console.info(name, half, language, JSON.stringify(figures))
          expect(figures.all).toBeGreaterThan(0.85)
          expect(figures.rightDecisions).toBeGreaterThan(0.7)
          expect(figures.saidOfAll).toBeLessThan(0.4)
        }
      }
    }
    expect(talks).toHaveLength(12)
  })
})
