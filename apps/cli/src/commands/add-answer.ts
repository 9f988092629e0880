import { CollectionId } from '@parley/protocol'
import { type ConnectOptions, connect } from '../connect'
import { findCollection } from '../find-collection'
import type { Terminal } from '../terminal'

export interface AddAnswerOptions extends ConnectOptions {
  readonly question: readonly string[]
  /** Name or id. */
  readonly collection?: string
}

const HAN = /\p{Script=Han}/u

/** Writes a curated answer to a question in one or more wordings. */
export async function addAnswer(terminal: Terminal, text: string, options: AddAnswerOptions): Promise<void> {
  const server = await connect(terminal, options)
  const collectionId = options.collection && CollectionId.parse(await findCollection(server, options.collection))
  const texts = { zh: null, en: null, [HAN.test(text) ? 'zh' : 'en']: text }
  const body = { phrasings: [...options.question], texts, ...(collectionId && { collectionId }) }
  const added = await server.call((http) => http.command('answers.save', body))
  terminal.result(added, () => [terminal.text('cli.answers.add.added', { id: added.answer.id })])
}
