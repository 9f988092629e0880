import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import { type ImportReport, type ImportSource, ParleyError, type Transfer } from '@parley/protocol'
import { CommandError, exitCodes } from '../command-error'
import { connect, type ServerConnection } from '../connect'
import type { Terminal } from '../terminal'

export interface ImportArchiveOptions {
  readonly file: string
  readonly source: ImportSource
  readonly url?: string
  readonly dryRun?: boolean
}

const LOOK_MS = 500

/** Sends the archive to the server, follows the import, and tells what came of it. */
export async function importArchive(terminal: Terminal, options: ImportArchiveOptions): Promise<void> {
  const { file, source, dryRun = false } = options
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw CommandError.of(exitCodes.unusableInput, 'cli.error.unusableInput', { reason: file })
  const connection = await connect(terminal, options)
  terminal.progress(terminal.text('cli.import.uploading', { file }))
  const archive = Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>
  const { archiveId } = await connection.call((http) => http.uploadArchive(archive))
  const { transfer } = await connection.call((http) =>
    http.command('imports.start', { archiveId, source, fileName: basename(file), isDryRun: dryRun }),
  )
  const done = await follow(terminal, connection, transfer)
  terminal.result(done, () => describe(terminal, done))
}

async function follow(terminal: Terminal, connection: ServerConnection, started: Transfer): Promise<Transfer> {
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

function progressLine({ text }: Terminal, { progress, secondsLeft }: Transfer): string {
  const percent = Math.round(progress * 100)
  return secondsLeft === null
    ? text('cli.import.working', { percent })
    : text('cli.import.workingLeft', { percent, seconds: secondsLeft })
}

const SHOWN_PROBLEMS = 50

function describe(terminal: Terminal, { importReport: report }: Transfer): string[] {
  const { text } = terminal
  if (!report) return [text('cli.import.cancelled')]
  return [
    `${text('cli.import.people')}: ${text('cli.import.counts', report.people)}`,
    `${text('cli.import.channels')}: ${text('cli.import.counts', report.channels)}`,
    `${text('cli.import.messages')}: ${text('cli.import.counts', report.messages)}`,
    `${text('cli.import.reactions')}: ${report.reactions}`,
    `${text('cli.import.files')}: ${text('cli.import.fileCounts', report.files)}`,
    ...report.renamedChannels.map((channel) => text('cli.import.renamed', channel)),
    ...describeProblems(terminal, report),
  ]
}

function describeProblems({ text }: Terminal, { problems, problemCount }: ImportReport): string[] {
  if (problemCount === 0) return []
  const shown = problems.slice(0, SHOWN_PROBLEMS)
  return [
    text('cli.import.problems', { count: problemCount }),
    ...shown.map(({ place, problem, detail }) => `  ${place}: ${problem}${detail ? ` (${detail})` : ''}`),
    ...(problemCount > shown.length ? ['  …'] : []),
  ]
}
