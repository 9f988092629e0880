import type { Attention } from '@parley/inference'
import {
  createUnderstander,
  explainIntent,
  type IntentExplanation,
  recognise,
  saysSomething,
  type Understanding,
} from '@parley/nlu'
import type { Understanding as WireUnderstanding } from '@parley/protocol'
import { CommandError, exitCodes } from '../command-error'
import { connect } from '../connect'
import { describeAttention, type LookedAt, readLookedAt } from '../describe-attention'
import { describeExplanation } from '../describe-explanation'
import { describeUnderstanding } from '../describe-understanding'
import { localNow } from '../local-now'
import { openLocalEncoder } from '../open-local-encoder'
import { openShippedHeads } from '../open-shipped-heads'
import type { Terminal } from '../terminal'

export interface UnderstandCommandOptions {
  /** A server, which also knows the people of its workspace; without it the text is read here. */
  readonly url?: string
  readonly why?: boolean
  /** `12` or `12.3`: a layer of the encoder, and one of its heads. */
  readonly attention?: string
}

interface Understood {
  readonly understanding: Understanding | WireUnderstanding
  /** Only where it was asked for and the text was read here: a server explains messages, not texts. */
  readonly explanation?: IntentExplanation
  readonly attention?: Attention
}

/** What is read out of one text. */
export async function understand(terminal: Terminal, text: string, options: UnderstandCommandOptions): Promise<void> {
  const { url, why: isWhyAsked = false } = options
  if (text.trim() === '') throw CommandError.of(exitCodes.unusableInput, 'cli.understand.blank')
  const lookedAt = options.attention === undefined ? null : requireLookedAt(options.attention)
  const understood =
    url === undefined
      ? await understandHere(terminal, text, { isWhyAsked, lookedAt })
      : await understandThere(terminal, text, url)
  const { understanding, explanation, attention } = understood
  terminal.result({ ...understood, ...(attention && { attention: asNumbers(attention) }) }, () => [
    ...describeUnderstanding(terminal, { ...understanding, content: text }, isWhyAsked),
    ...(explanation ? describeExplanation(terminal, explanation) : []),
    ...(attention && lookedAt ? describeAttention(terminal, attention, lookedAt) : []),
  ])
}

async function understandThere(terminal: Terminal, text: string, url: string): Promise<Understood> {
  const server = await connect(terminal, { url })
  return server.call((http) => http.command('understand', { text }))
}

function requireLookedAt(choice: string): LookedAt {
  const lookedAt = readLookedAt(choice)
  if (lookedAt === null) throw CommandError.of(exitCodes.unusableInput, 'cli.understand.attentionWrong')
  return lookedAt
}

/** As JSON writes lists. */
const asNumbers = (attention: Attention) => ({ ...attention, heads: attention.heads.map((head) => Array.from(head)) })

interface Asked {
  readonly isWhyAsked: boolean
  readonly lookedAt: LookedAt | null
}

async function understandHere(terminal: Terminal, text: string, { isWhyAsked, lookedAt }: Asked): Promise<Understood> {
  const local = await openLocalEncoder(terminal)
  const { encoder } = local
  try {
    const heads = await openShippedHeads(terminal, local)
    const situation = { now: localNow(), speakerId: 'me', directory: [] }
    const understanding = await createUnderstander({ encoder, ...heads, recognise }).understand(text, situation)
    const attention = lookedAt && (await encoder.attend(text, lookedAt))
    const isExplained = isWhyAsked && saysSomething(text)
    const explanation = isExplained ? await explainIntent(text, { encoder, classifier: heads.classifier }) : null
    return { understanding, ...(explanation && { explanation }), ...(attention && { attention }) }
  } finally {
    await encoder.close()
  }
}
