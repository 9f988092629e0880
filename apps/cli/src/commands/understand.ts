import { createUnderstander, recognise, type Understanding } from '@parley/nlu'
import type { Understanding as WireUnderstanding } from '@parley/protocol'
import { connect } from '../connect'
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

/** What is read out of one text. */
export async function understand(terminal: Terminal, text: string, options: UnderstandCommandOptions): Promise<void> {
  const understanding =
    options.url === undefined
      ? await understandHere(terminal, text)
      : await understandThere(terminal, text, options.url)
  terminal.result({ understanding }, () => describeUnderstanding(terminal, understanding, options.why === true))
}

async function understandThere(terminal: Terminal, text: string, url: string): Promise<WireUnderstanding> {
  const server = await connect(terminal, { url })
  return (await server.call((http) => http.command('understand', { text }))).understanding
}

async function understandHere(terminal: Terminal, text: string): Promise<Understanding> {
  const local = await openLocalEncoder(terminal)
  try {
    const heads = await openShippedHeads(terminal, local)
    const situation = { now: localNow(), speakerId: 'me', directory: [] }
    return await createUnderstander({ encoder: local.encoder, ...heads, recognise }).understand(text, situation)
  } finally {
    await local.encoder.close()
  }
}
