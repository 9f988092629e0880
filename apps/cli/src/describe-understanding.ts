import { formatTable } from './format-table'
import type { Terminal } from './terminal'

/** An understanding, made here or by a server. */
interface Understood {
  /** The text that was read. */
  readonly content: string
  readonly language: 'zh' | 'en'
  readonly intent: {
    readonly name: string | null
    readonly confidence: number
    readonly threshold: number
    readonly ranking: readonly { readonly name: string; readonly probability: number }[]
    readonly nearestExamples: readonly { readonly text: string; readonly intent: string; readonly similarity: number }[]
    readonly features: string
  }
  readonly slots: readonly {
    readonly text: string
    readonly value: { readonly type: string }
    readonly source: string
  }[]
  readonly intents?: readonly IntentPart[] | undefined
  readonly tone?: Told | undefined
}

type IntentPart = {
  readonly name: string
  readonly confidence: number
  readonly start: number
  readonly end: number
}
type Judged = { readonly name: string; readonly probability: number }
type Told = { readonly acts: readonly Judged[] } & {
  readonly [Kind in (typeof TONE_KINDS)[number]]?: Judged | undefined
}

const TONE_KINDS = ['sentiment', 'emotion', 'urgency', 'politeness'] as const

/** Words first, numbers second. */
export function describeUnderstanding(terminal: Terminal, understood: Understood, isWhyAsked: boolean): string[] {
  const { text } = terminal
  const { content, intent, slots, intents = [], tone } = understood
  const lines = formatTable([
    [text('cli.understand.intent'), intent.name ?? text('cli.understand.noIntent')],
    [text('cli.understand.confidence'), percent(intent.confidence)],
    [text('cli.understand.language'), text(`cli.understand.${understood.language}`)],
    ...intents.map((part) => [text('cli.understand.also'), describePart(part, content)]),
    ...(tone ? describeTone(tone, text('cli.understand.acts')) : []),
    [text('cli.understand.slots'), slots.length === 0 ? text('cli.understand.noSlots') : String(slots.length)],
  ])
  return [
    ...lines,
    ...formatTable(slots.map(describeSlot), '  '),
    ...(isWhyAsked ? describeReasons(terminal, intent) : []),
  ]
}

const describePart = ({ name, confidence, start, end }: IntentPart, content: string): string =>
  `${name} ${percent(confidence)}: ${content.slice(start, end)}`

function describeReasons({ text }: Terminal, intent: Understood['intent']): string[] {
  const section = (title: string, rows: string[][]) => ['', title, ...formatTable(rows, '  ')]
  return [
    ...section(
      `${text('cli.understand.ranking')} (${text('cli.understand.threshold')} ${percent(intent.threshold)})`,
      intent.ranking.map(({ name, probability }) => [name, percent(probability), bar(probability)]),
    ),
    ...section(
      text('cli.understand.nearest'),
      intent.nearestExamples.map((example) => [example.similarity.toFixed(2), example.intent, example.text]),
    ),
    '',
    `${text('cli.understand.features')}: ${intent.features}`,
  ]
}

function describeSlot({ text, value, source }: Understood['slots'][number]): string[] {
  const { type, ...details } = value
  const said = Object.values(details).map((detail) => (typeof detail === 'string' ? detail : JSON.stringify(detail)))
  return [text, type, said.join(' '), source]
}

function describeTone(tone: Told, acts: string): string[][] {
  const say = ({ name, probability }: Judged) => `${name} ${percent(probability)}`
  const kinds = TONE_KINDS.flatMap((kind) => (tone[kind] ? [[kind, say(tone[kind])]] : []))
  return [...(tone.acts.length > 0 ? [[acts, tone.acts.map(say).join(', ')]] : []), ...kinds]
}

const BAR_WIDTH = 20

const bar = (share: number) => '█'.repeat(Math.round(share * BAR_WIDTH))
export const percent = (share: number) => `${(share * 100).toFixed(1)} %`
