import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { defaultModelDirectory, type Encoder, ensureModel, openEncoder } from '@parley/inference'
import { ReplyFinder, type ReplyModel, shippedReplyFinder, trainReplies } from '@parley/nlu'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ChatLog, readChatLogs } from './chat-logs'
import { threadMetrics } from './thread-metrics'
import { findWith, judgeLogs, replyExamples } from './threads'

/**
 * `UPDATE_REPLY_MODEL=1 PARLEY_REPLY_LOGS=<file> npx vitest run --project quality packages/learning/src/evaluation/threads`
 * trains the shipped model anew: on the conversations of this project and on the IRC logs that `docs/models.md` names.
 */
const OWN = fileURLToPath(new URL('../../data/threads/workplace.jsonl', import.meta.url))
const MODEL = fileURLToPath(new URL('../../../nlu/src/replies/reply-model.json', import.meta.url))
const LOGS = process.env.PARLEY_REPLY_LOGS ?? ''
/** What is said at work, in two languages, against eight times as much of strangers in one. */
const OWN_WEIGHT = 3
const FOLDS = 5

const train = (own: readonly ChatLog[], logs: readonly ChatLog[] = []): Promise<ReplyModel> =>
  trainReplies([
    ...own.flatMap(replyExamples).map((example) => ({ ...example, weight: OWN_WEIGHT })),
    ...logs.flatMap(replyExamples),
  ])

describe('reply links', () => {
  let encoder: Encoder
  let own: ChatLog[]

  beforeAll(async () => {
    encoder = await openEncoder({ modelPath: await ensureModel({ directory: defaultModelDirectory(process.env) }) })
    own = await readChatLogs(OWN, encoder)
  }, 300_000)
  afterAll(() => encoder?.close())

  it.skipIf(LOGS === '')(
    'are told by the shipped weights as by those that training gives',
    async () => {
      const model = await train(own, await readChatLogs(LOGS, encoder))
      if (process.env.UPDATE_REPLY_MODEL === '1') await writeFile(MODEL, `${JSON.stringify(model, null, 2)}\n`)
      else expect(differences(own, model)).toBeLessThan(0.02)
    },
    // Some 200 s on two idle cores; beside other work it may be long.
    3_600_000,
  )

  it.each(['zh', 'en'] as const)('are found in most of the conversations of this project, %s', (lang) => {
    const judged = judgeLogs(own, findWith(shippedReplyFinder())).filter((log) => log.lang === lang)
    const { linkF1, vi } = threadMetrics(judged)
    console.info(lang, { linkF1, vi })
    expect(linkF1).toBeGreaterThan(0.65)
  })

  it('are found in conversations that nothing was learnt of, too', async () => {
    const judged = []
    for (let fold = 0; fold < FOLDS; fold++) {
      const finder = new ReplyFinder(await train(own.filter((_, at) => at % FOLDS !== fold)))
      judged.push(
        ...judgeLogs(
          own.filter((_, at) => at % FOLDS === fold),
          findWith(finder),
        ),
      )
    }
    const { linkF1, vi } = threadMetrics(judged)
    console.info('cross-validated', { linkF1, vi })
    expect(linkF1).toBeGreaterThan(0.65)
  }, 300_000)
})

/** Share of lines for which another one is found than by the shipped weights. */
function differences(logs: readonly ChatLog[], model: ReplyModel): number {
  const [anew, shipped] = [new ReplyFinder(model), shippedReplyFinder()].map((finder) =>
    judgeLogs(logs, findWith(finder)),
  )
  const links = (judged: typeof anew) => (judged ?? []).flatMap(({ found }) => found.map(String))
  const [one, other] = [links(anew), links(shipped)]
  return one.filter((link, at) => link !== other[at]).length / one.length
}
