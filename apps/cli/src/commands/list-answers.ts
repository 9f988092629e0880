import type { HttpClient } from '@parley/client'
import type { QueryAnswer } from '@parley/protocol'
import { type ConnectOptions, connect } from '../connect'
import { formatTable } from '../format-table'
import type { Terminal } from '../terminal'

/** The curated answers that the signed-in person may read. */
export async function listAnswers(terminal: Terminal, options: ConnectOptions): Promise<void> {
  const server = await connect(terminal, options)
  const list = await server.call(readAll)
  terminal.result(list, () =>
    list.answers.length === 0
      ? [terminal.text('cli.answers.list.none')]
      : formatTable(
          list.answers.map(({ id, phrasings, texts, expiresAt }) => [
            ...[
              id,
              expiresAt?.slice(0, 10) ?? '-',
              phrasings[0] ?? '',
              texts[terminal.language] ?? texts.zh ?? texts.en ?? '',
            ],
          ]),
        ),
  )
}

/** Page after page. */
async function readAll(http: HttpClient): Promise<QueryAnswer<'answers.list'>> {
  let all = await http.query('answers.list', { limit: 100 })
  while (all.hasMore) {
    const page = await http.query('answers.list', { limit: 100, before: all.answers.at(-1)?.id })
    all = { ...page, answers: [...all.answers, ...page.answers] }
  }
  return all
}
