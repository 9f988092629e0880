import { type ConnectOptions, connect } from '../connect'
import { formatTable } from '../format-table'
import type { Terminal } from '../terminal'

/** The documents that the signed-in person may read. */
export async function listDocuments(terminal: Terminal, options: ConnectOptions): Promise<void> {
  const server = await connect(terminal, options)
  const list = await server.call((http) => http.query('knowledge.list', {}))
  const collections = new Map(list.collections.map(({ id, name }) => [id, name]))
  terminal.result(list, () =>
    list.documents.length === 0
      ? [terminal.text('cli.knowledge.list.none')]
      : formatTable(
          list.documents.map(({ id, title, collectionId, language }) => [
            ...[id, language, collections.get(collectionId) ?? collectionId, title],
          ]),
        ),
  )
}
