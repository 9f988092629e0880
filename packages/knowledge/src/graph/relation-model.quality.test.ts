import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  contextOf,
  keyOf,
  type LabelledSentence,
  type RelationSet,
  readMessageSet,
  readRelationSet,
  TEAMS,
} from '../../testing/measure-relations'
import { extractRelations } from './extract-relations'
import { RELATION_TYPES } from './relation'
import { findCandidates } from './relation-candidates'
import { RELATION_MODEL } from './relation-model'
import { type JudgedCandidate, trainRelationModel } from './train-relation-model'

/** `UPDATE_RELATION_MODEL=1 npx vitest run --project quality packages/knowledge/src/graph` trains the shipped model anew. */
const DATA = fileURLToPath(new URL('../../data/graph', import.meta.url))
const MODEL_FILE = fileURLToPath(new URL('./relation-model.json', import.meta.url))

interface Figures {
  readonly stated: number
  readonly precision: number
  readonly recall: number
}

describe('relations read out of sentences', () => {
  let set: RelationSet
  beforeAll(async () => {
    set = await readRelationSet(DATA)
  })

  function judge(sentence: LabelledSentence): JudgedCandidate[] {
    const stated = new Set(sentence.relations.map((relation) => keyOf(relation, set.people)))
    return findCandidates(sentence.text, contextOf(set, sentence.lang)).map((candidate) => {
      const { rule, from, to } = candidate
      return { candidate, isRight: stated.has(keyOf({ type: rule.type, from: from.name, to: to.name }, set.people)) }
    })
  }

  /** Taken for relations, that is at or above the threshold; what has ended has to be known as that. */
  function pairsOf(sentence: LabelledSentence, team?: string) {
    const found = extractRelations(sentence.text, { ...contextOf(set, sentence.lang), ...(team && { team }) })
    const key = (relation: { type: (typeof RELATION_TYPES)[number]; from: string; to: string }, isEnded: boolean) =>
      `${keyOf(relation, set.people)}${isEnded ? ' ended' : ''}`
    return {
      found: found
        .filter(({ confidence }) => confidence >= RELATION_MODEL.threshold)
        .map(({ type, from, to, isEnded = false }) => key({ type, from: from.name, to: to.name }, isEnded)),
      stated: sentence.relations.map((relation) => key(relation, relation.isEnded)),
    }
  }

  const figuresOf = (sentences: readonly LabelledSentence[], type = ''): Figures =>
    figuresOfPairs(
      sentences.map((sentence) => pairsOf(sentence)),
      type,
    )

  function figuresOfPairs(pairs: readonly ReturnType<typeof pairsOf>[], type = ''): Figures {
    const of = (keys: readonly string[]) => keys.filter((key) => key.startsWith(type))
    const count = (select: (pair: (typeof pairs)[number]) => number) =>
      pairs.reduce((sum, pair) => sum + select(pair), 0)
    const right = count(({ found, stated }) => of(found).filter((key) => stated.includes(key)).length)
    const [found, stated] = [count((pair) => of(pair.found).length), count((pair) => of(pair.stated).length)]
    return { stated, precision: share(right, found), recall: share(right, stated) }
  }
  const share = (part: number, whole: number) => (whole === 0 ? 1 : Number((part / whole).toFixed(3)))
  const half = (name: 'validation' | 'held', lang?: 'zh' | 'en') =>
    set.sentences.filter((sentence) => sentence.half === name && (!lang || sentence.lang === lang))

  it.runIf(process.env.UPDATE_RELATION_MODEL)('is trained anew', async () => {
    const model = trainRelationModel(half('validation').flatMap(judge))
    await writeFile(MODEL_FILE, `${JSON.stringify(model, null, 2)}\n`)
  })

  it('is the model that these sentences train', () => {
    const trained = trainRelationModel(half('validation').flatMap(judge))
    expect(RELATION_MODEL).toEqual(trained)
  })

  it('are right far more often than not in the half that nothing was chosen by, in both languages', () => {
    const byType = Object.fromEntries(RELATION_TYPES.map((type) => [type, figuresOf(half('held'), type)]))
    const figures = {
      en: figuresOf(half('held', 'en')),
      zh: figuresOf(half('held', 'zh')),
      all: figuresOf(half('held')),
    }
    console.info(JSON.stringify({ ...figures, byType }))
    expect(figures.en.precision).toBeGreaterThanOrEqual(0.85)
    expect(figures.zh.precision).toBeGreaterThanOrEqual(0.85)
    expect(figures.all.recall).toBeGreaterThanOrEqual(0.7)
  })

  it('know whom and what pronouns mean where that is plain, and keep from guessing where it is not', async () => {
    const messages = await readMessageSet(DATA)
    const pairs = messages.map((message) => pairsOf(message, TEAMS[message.lang]))
    const isWrong = ({ found, stated }: (typeof pairs)[number]) => found.toSorted().join() !== stated.toSorted().join()
    const figures = figuresOfPairs(pairs)
    console.info(JSON.stringify({ ...figures, wrong: pairs.filter(isWrong) }))
    expect(figures.precision).toBeGreaterThanOrEqual(0.9)
    expect(figures.recall).toBeGreaterThanOrEqual(0.7)
  })
})
