import type { QueryAnswer } from '@parley/protocol'
import { type ConnectOptions, connect } from '../connect'
import { formatTable } from '../format-table'
import type { Terminal } from '../terminal'

export interface ReplayOptions extends ConnectOptions {
  /** Take what is better. */
  readonly take?: boolean
}

type Row = QueryAnswer<'answers.replay'>['figures'] & { readonly name: string; readonly isTaken: boolean }

/** What the log of each collection that one looks after says to another weight of words and meaning. */
export async function replayAnswers(terminal: Terminal, options: ReplayOptions): Promise<void> {
  const server = await connect(terminal, options)
  const rows = await server.call(async (http) => {
    const { collections } = await http.query('answers.tunings', {})
    const found: Row[] = []
    for (const { collectionId, name } of collections) {
      const { figures, isTaken } = options.take
        ? await http.command('answers.tune', { collectionId })
        : { ...(await http.query('answers.replay', { collectionId })), isTaken: false }
      found.push({ name, ...figures, isTaken })
    }
    return found
  })
  const { text } = terminal
  terminal.result({ collections: rows }, () =>
    rows.length === 0
      ? [text('cli.answers.replay.none')]
      : formatTable([
          HEAD.map((column) => text(`cli.answers.replay.${column}`)),
          ...rows.map((row) => [...figuresOf(row), text(`cli.answers.replay.${row.isTaken ? 'taken' : row.verdict}`)]),
        ]),
  )
}

const HEAD = ['collection', 'weight', 'questions', 'asked', 'made', 'verdict'] as const

function figuresOf({ name, weightBefore, weight, asked, made, before, after }: Row): string[] {
  const change = (from: number | null, to: number | null) => `${figure(from)} → ${figure(to)}`
  return [
    ...[name, change(weightBefore, weight), `${asked} + ${made}`],
    ...[change(before.asked, after.asked), change(before.made, after.made)],
  ]
}

const figure = (value: number | null): string => (value === null ? '-' : value.toFixed(2))
