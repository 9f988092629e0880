import type { Encoder } from '@parley/inference'
import { type ReplyExample, ReplyFinder, replyScene, shippedReplyFinder, trainReplies, windowOf } from '@parley/nlu'
import type { Language } from '@parley/text'
import { byLanguage } from './by-language'
import { type ChatLog, type LogLine, readChatLogs } from './chat-logs'
import { type ShownLinks, shownLinks } from './shown-links'
import { type Link, type LinkedLog, type ThreadMetrics, threadMetrics } from './thread-metrics'

export interface EvaluateThreadsOptions {
  readonly test: string
  /** Absent: what Parley ships is measured. */
  readonly train?: string | undefined
  /** Null: without the likeness of what is said. */
  readonly encoder: Encoder | null
  readonly version: string
}

export interface ThreadsReport extends ThreadMetrics {
  readonly task: 'threads'
  readonly logs: number
  readonly lang: Readonly<Partial<Record<Language, ThreadMetrics & { readonly shown: ShownLinks }>>>
  /** What readers of a channel would be told. */
  readonly shown: ShownLinks
  /** What it comes to if every message answers the one before it, or the last one by somebody else. */
  readonly baselines: Readonly<Record<'previous' | 'previousOther', ThreadMetrics>>
  /** Of the finding alone, vectors at hand, a message. */
  readonly microseconds: number
  readonly seconds: number
  readonly encoder: string | null
  readonly version: string
}

/** Which line before it a line answers; null: none. */
export type FindAnswered = (line: LogLine, before: readonly LogLine[]) => LogLine | null

/**
 * `eval threads`: which earlier message of a channel each message answers, and which conversations that makes.
 *
 * @throws EvaluationInputError for unusable input.
 */
export async function evaluateThreads(options: EvaluateThreadsOptions): Promise<ThreadsReport> {
  const started = performance.now()
  const { encoder, version } = options
  const logs = await readChatLogs(options.test, encoder)
  const finder = options.train ? await trainFinder(await readChatLogs(options.train, encoder)) : shippedReplyFinder()
  const begun = performance.now()
  const judged = judgeLogs(logs, findWith(finder))
  const figures = threadMetrics(judged)
  const microseconds = ((performance.now() - begun) * 1_000) / Math.max(1, figures.n)
  return {
    ...{ task: 'threads', ...figures, logs: logs.length },
    shown: shownLinks(logs, finder),
    lang: byLanguage(
      judged.map((one, at) => ({ ...one, log: logs[at] as ChatLog })),
      ({ lang }) => lang,
      (some) => ({
        ...threadMetrics(some),
        shown: shownLinks(
          some.map(({ log }) => log),
          finder,
        ),
      }),
    ),
    baselines: {
      previous: threadMetrics(judgeLogs(logs, (_, before) => before.at(-1) ?? null)),
      previousOther: threadMetrics(judgeLogs(logs, previousOther)),
    },
    ...{ microseconds, seconds: (performance.now() - started) / 1_000, encoder: encoder?.id ?? null, version },
  }
}

const previousOther: FindAnswered = ({ author }, before) => before.findLast((one) => one.author !== author) ?? null

export function findWith(finder: ReplyFinder): FindAnswered {
  return (line, before) => {
    const { answers } = finder.findAmong(line, before)
    return answers === null ? null : (before[answers] ?? null)
  }
}

/** Links of all labelled lines. */
export function judgeLogs(logs: readonly ChatLog[], find: FindAnswered): (LinkedLog & { readonly lang: Language })[] {
  return logs.map(({ lines, lang }) => {
    const labelled = lines.filter((line) => line.isLabelled)
    return {
      lang,
      messages: labelled.map(({ n }) => n),
      truth: labelled.flatMap(({ n, answers, isBeginning }): Link[] => [
        ...answers.map((answered): Link => [n, answered]),
        ...(isBeginning ? [[n, n] as const] : []),
      ]),
      found: findAll(lines, find),
    }
  })
}

function findAll(lines: readonly LogLine[], find: FindAnswered): Link[] {
  const before: LogLine[] = []
  const found: Link[] = []
  for (const line of lines) {
    if (line.isLabelled) found.push([line.n, line.isSystem ? line.n : (find(line, before)?.n ?? line.n)])
    if (!line.isSystem) before.push(line)
  }
  return found
}

export async function trainFinder(logs: readonly ChatLog[], penalty?: number): Promise<ReplyFinder> {
  return new ReplyFinder(await trainReplies(logs.flatMap(replyExamples), penalty))
}

/** What can be learnt of a log. A message whose answered ones all lie too far back teaches nothing. */
export function replyExamples({ lines }: ChatLog): ReplyExample[] {
  const before: LogLine[] = []
  const examples: ReplyExample[] = []
  for (const line of lines) {
    const window = windowOf(before, line.at)
    const places = line.answers.map((n) => window.findLastIndex((one) => one.n === n)).filter((at) => at >= 0)
    if (line.isLabelled && !line.isSystem && (line.isBeginning || places.length > 0)) {
      examples.push({ scene: replyScene(line, window), answers: places.map((at) => window.length - 1 - at) })
    }
    if (!line.isSystem) before.push(line)
  }
  return examples
}
