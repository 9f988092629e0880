import type { DocumentHealth, HealthReason } from '@parley/protocol'
import { type ConnectOptions, connect } from '../connect'
import { formatTable } from '../format-table'
import type { Terminal } from '../terminal'

/** Which documents should be looked at, and why: the names of the reasons are those of the API. */
export async function showDocumentHealth(terminal: Terminal, options: ConnectOptions): Promise<void> {
  const server = await connect(terminal, options)
  const health = await server.call((http) => http.query('knowledge.health', { limit: 500 }))
  terminal.result(health, () => [
    terminal.text('cli.health.overview', health),
    ...formatTable(health.documents.flatMap(describe)),
  ])
}

const describe = ({ document, reasons }: DocumentHealth): string[][] =>
  reasons.map((reason) => [document.id, reason.kind, document.title, detailOf(reason)])

function detailOf(reason: HealthReason): string {
  switch (reason.kind) {
    case 'stale':
    case 'never-cited':
      return reason.since.slice(0, 10)
    case 'review-due':
    case 'outdated':
      return reason.at.slice(0, 10)
    case 'double':
      return `${Math.round(reason.likeness * 100)} % ${reason.other.title}`
    case 'contradiction':
      return `${reason.other.title}: ${reason.otherQuote.text}`
  }
}
