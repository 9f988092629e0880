import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Encoder } from '@parley/inference'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LabelledTalkQuestion, putQuestion, readTeamLife, type TeamLife } from '../../testing/measure-talk'
import { isWithoutModel, openTestEncoder } from '../../testing/test-encoder'
import { askTalk, type TalkAnswer } from './ask-talk'
import { findSentences } from './rank-sentences'
import { TALK_MODELS } from './talk-model'
import { type TalkSituation, trainTalkModel } from './train-talk-model'

/** `UPDATE_TALK_MODEL=1 npx vitest run --project quality packages/knowledge/src/talk` trains the shipped model anew. */
const DATA = fileURLToPath(new URL('../../data/talk', import.meta.url))
const MODEL_FILE = fileURLToPath(new URL('./talk-model.json', import.meta.url))

interface Asked {
  readonly labelled: LabelledTalkQuestion
  readonly answer: TalkAnswer
}

const share = <Item>(items: readonly Item[], holds: (item: Item) => boolean) =>
  items.length === 0 ? 0 : Number((items.filter(holds).length / items.length).toFixed(3))
const isRight = ({ labelled, answer }: Asked) => labelled.answers.includes(answer.quotes[0]?.messageId ?? '')
const holdsRight = ({ labelled, answer }: Asked) =>
  answer.quotes.some(({ messageId }) => labelled.answers.includes(messageId))
const isGiven = ({ answer }: Asked) => answer.kind === 'answer'

/** Sure ones first: the share of questions that could be answered with so many of the answers wrong. */
function coverageAtRisk(asked: readonly Asked[], risk: number): number {
  const ordered = asked.toSorted((one, other) => other.answer.confidence - one.answer.confidence)
  const covered = ordered.map((_, at) => (share(ordered.slice(0, at + 1), (one) => !isRight(one)) <= risk ? at + 1 : 0))
  return Number((Math.max(0, ...covered) / asked.length).toFixed(3))
}

function figuresOf(asked: readonly Asked[]) {
  const answerable = asked.filter(({ labelled }) => labelled.answers.length > 0)
  const unanswerable = asked.filter(({ labelled }) => labelled.answers.length === 0)
  return {
    questions: asked.length,
    firstRight: share(answerable, (one) => isRight(one)),
    anyOfThree: share(answerable, holdsRight),
    given: share(answerable, isGiven),
    givenAndRight: share(answerable, (one) => isGiven(one) && isRight(one)),
    wrongAmongGiven: share(asked.filter(isGiven), (one) => !isRight(one)),
    refused: share(unanswerable, (one) => !isGiven(one)),
    coverageAtRisk05: coverageAtRisk(asked, 0.05),
    coverageAtRisk10: coverageAtRisk(asked, 0.1),
  }
}

describe.skipIf(isWithoutModel)('answers from what a team wrote', () => {
  let encoder: Encoder
  let life: TeamLife
  const asked = new Map<'hybrid' | 'lexical', Asked[]>()

  async function observe(labelled: LabelledTalkQuestion, by: Encoder | null): Promise<TalkSituation> {
    const { question, found } = putQuestion(life, labelled)
    return { answers: labelled.answers, candidates: await findSentences(question, found, by) }
  }

  async function train(by: Encoder | null, expertThreshold: number) {
    const own = life.questions.filter(({ half, kind }) => half === 'validation' && kind !== 'expertise')
    const situations = await Promise.all(own.map((labelled) => observe(labelled, by)))
    return { ...trainTalkModel(situations), expertThreshold }
  }

  beforeAll(async () => {
    encoder = await openTestEncoder()
    life = await readTeamLife(DATA)
    const models =
      process.env.UPDATE_TALK_MODEL === '1'
        ? {
            hybrid: await train(encoder, TALK_MODELS.hybrid.expertThreshold),
            lexical: await train(null, TALK_MODELS.lexical.expertThreshold),
          }
        : TALK_MODELS
    if (models !== TALK_MODELS) await writeFile(MODEL_FILE, `${JSON.stringify(models, null, 2)}\n`)
    for (const [mode, by] of [
      ['hybrid', encoder],
      ['lexical', null],
    ] as const) {
      const answers: Asked[] = []
      for (const labelled of life.questions) {
        const put = putQuestion(life, labelled)
        answers.push({ labelled, answer: await askTalk({ ...put, people: life.people, encoder: by, models }) })
      }
      asked.set(mode, answers)
    }
  }, 300_000)
  afterAll(() => encoder?.close())

  const of = (mode: 'hybrid' | 'lexical', isMeant: (labelled: LabelledTalkQuestion) => boolean) =>
    figuresOf(asked.get(mode)!.filter(({ labelled }) => isMeant(labelled)))

  it('reports how well, by half, language and kind', () => {
    for (const mode of ['hybrid', 'lexical'] as const) {
      const rows = {
        validation: of(mode, ({ half }) => half === 'validation'),
        held: of(mode, ({ half }) => half === 'held'),
        'held en': of(mode, ({ half, lang }) => half === 'held' && lang === 'en'),
        'held zh': of(mode, ({ half, lang }) => half === 'held' && lang === 'zh'),
        'held decisions': of(mode, ({ half, kind }) => half === 'held' && kind === 'decision'),
        'held commitments': of(mode, ({ half, kind }) => half === 'held' && kind === 'commitment'),
        'held facts': of(mode, ({ half, kind }) => half === 'held' && kind === 'fact'),
        'held experts': of(mode, ({ half, kind }) => half === 'held' && kind === 'expertise'),
      }
      console.log(mode)
      console.table(rows)
    }
    expect(asked.get('hybrid')).toHaveLength(life.questions.length)
  })

  it.each(['hybrid', 'lexical'] as const)(
    'finds most and makes little up on the half that nothing was chosen by, %s',
    (mode) => {
      const { firstRight, anyOfThree, refused, wrongAmongGiven } = of(mode, ({ half }) => half === 'held')
      expect(firstRight).toBeGreaterThanOrEqual(0.74)
      expect(anyOfThree).toBeGreaterThanOrEqual(0.82)
      expect(refused).toBeGreaterThanOrEqual(0.6)
      expect(wrongAmongGiven).toBeLessThanOrEqual(0.22)
    },
  )
})
