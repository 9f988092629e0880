import { createWriteStream } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ExportScope, Transfer } from '@parley/protocol'
import { CommandError, exitCodes } from '../command-error'
import { connect, type ServerConnection } from '../connect'
import { findExported } from '../find-exported'
import { followTransfer } from '../follow-transfer'
import type { Terminal } from '../terminal'

export interface ExportArchiveOptions {
  readonly file: string
  readonly url?: string
  /** What is to be taken, in the words of the command line. */
  readonly scope:
    | { readonly kind: 'workspace'; readonly includesPrivate: boolean }
    | { readonly kind: 'channel'; readonly channel: string }
    | { readonly kind: 'person'; readonly user?: string }
}

/** Has the server make an archive of what the caller may take, and fetches it. */
export async function exportArchive(terminal: Terminal, { file, scope, ...options }: ExportArchiveOptions) {
  if (await stat(file).catch(() => null))
    throw CommandError.of(exitCodes.unusableInput, 'cli.export.fileExists', { file })
  const connection = await connect(terminal, options)
  const exported: ExportScope = await findExported(connection, scope)
  const { transfer } = await connection.call((http) => http.command('exports.start', { scope: exported }))
  const done = await followTransfer(terminal, connection, transfer)
  if (done.status === 'cancelled') throw CommandError.of(exitCodes.failed, 'cli.export.cancelled')
  await fetchArchive(terminal, connection, { transfer: done, file })
  const counts = done.exportReport ?? { people: 0, channels: 0, messages: 0, files: 0 }
  terminal.result({ ...done, file }, () => [terminal.text('cli.export.done', { file, ...counts })])
}

/** Readable by its owner only; a half one is not left behind. */
async function fetchArchive(
  terminal: Terminal,
  connection: ServerConnection,
  { transfer, file }: { readonly transfer: Transfer; readonly file: string },
): Promise<void> {
  const half = `${file}.part`
  try {
    await connection.call(async (http) => {
      const archive = Readable.fromWeb(
        (await http.downloadExport(transfer.id)) as Parameters<typeof Readable.fromWeb>[0],
      )
      await pipeline(archive, countBytes(terminal), createWriteStream(half, { mode: 0o600 }))
    })
    await rename(half, file)
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}

function countBytes(terminal: Terminal): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      terminal.progress(terminal.text('cli.export.fetching', { megabytes: Math.round(bytes / 1e6) }))
      done(null, chunk)
    },
  })
}
