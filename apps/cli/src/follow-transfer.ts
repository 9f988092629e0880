import { setTimeout as pause } from 'node:timers/promises'
import { ParleyError, type Transfer } from '@parley/protocol'
import type { ServerConnection } from './connect'
import type { Terminal } from './terminal'

const LOOK_MS = 500

/** Shows how far an import or export is until it has ended; what it failed by is thrown as the server's own error. */
export async function followTransfer(
  terminal: Terminal,
  connection: ServerConnection,
  started: Transfer,
): Promise<Transfer> {
  let transfer = started
  while (transfer.status === 'waiting' || transfer.status === 'running') {
    terminal.progress(progressLine(terminal, transfer))
    await pause(LOOK_MS)
    transfer = (await connection.call((http) => http.query('transfers.get', { transferId: transfer.id }))).transfer
  }
  const { failure } = transfer
  // The server's own codes: the table of texts knows them.
  if (failure) throw new ParleyError(failure.code as ParleyError['code'], failure.parameters)
  return transfer
}

function progressLine({ text }: Terminal, { kind, progress, secondsLeft }: Transfer): string {
  const percent = Math.round(progress * 100)
  return secondsLeft === null
    ? text(`cli.${kind}.working`, { percent })
    : text(`cli.${kind}.workingLeft`, { percent, seconds: secondsLeft })
}
