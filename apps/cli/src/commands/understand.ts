import {
  createUnderstander,
  explainIntent,
  type IntentExplanation,
  recognise,
  saysSomething,
  type Understanding,
} from '@parley/nlu'
import type { Understanding as WireUnderstanding } from '@parley/protocol'
import { connect } from '../connect'
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
}

interface Understood {
  readonly understanding: Understanding | WireUnderstanding
  /** Only where it was asked for and the text was read here: a server explains messages, not texts. */
  readonly explanation?: IntentExplanation
}

/** What is read out of one text. */
export async function understand(terminal: Terminal, text: string, options: UnderstandCommandOptions): Promise<void> {
  const { url, why: isWhyAsked = false } = options
  const understood =
    url === undefined ? await understandHere(terminal, text, isWhyAsked) : await understandThere(terminal, text, url)
  const { understanding, explanation } = understood
  terminal.result({ ...understood }, () => [
    ...describeUnderstanding(terminal, understanding, isWhyAsked),
    ...(explanation ? describeExplanation(terminal, explanation) : []),
  ])
}

async function understandThere(terminal: Terminal, text: string, url: string): Promise<Understood> {
  const server = await connect(terminal, { url })
  return server.call((http) => http.command('understand', { text }))
}

async function understandHere(terminal: Terminal, text: string, isWhyAsked: boolean): Promise<Understood> {
  const local = await openLocalEncoder(terminal)
  const { encoder } = local
  try {
    const heads = await openShippedHeads(terminal, local)
    const situation = { now: localNow(), speakerId: 'me', directory: [] }
    const understanding = await createUnderstander({ encoder, ...heads, recognise }).understand(text, situation)
    if (!isWhyAsked || !saysSomething(text)) return { understanding }
    const { classifier } = heads
    return { understanding, explanation: await explainIntent(text, { encoder, classifier }) }
  } finally {
    await encoder.close()
  }
}
