import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { ImportSource } from '@parley/protocol'
import { CommandError, exitCodes } from '../command-error'
import { connect } from '../connect'
import { describeImport } from '../describe-import'
import { followTransfer } from '../follow-transfer'
import { gatherArchive } from '../gather-archive'
import type { Terminal } from '../terminal'

export interface ImportArchiveOptions {
  readonly file: string
  readonly source: ImportSource
  readonly url?: string
  readonly dryRun?: boolean
  /** A folder of attachments. */
  readonly files?: string
}

/** Sends the archive to the server, follows the import, and tells what came of it. */
export async function importArchive(terminal: Terminal, options: ImportArchiveOptions): Promise<void> {
  const { file, source, files: folder, dryRun = false } = options
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw unusable(file)
  if (folder !== undefined && !(await stat(folder).catch(() => null))?.isDirectory()) throw unusable(folder)
  const connection = await connect(terminal, options)
  terminal.progress(terminal.text('cli.import.uploading', { file }))
  const archive = Readable.toWeb(await gatherArchive(file, folder)) as ReadableStream<Uint8Array>
  const { archiveId } = await connection.call((http) => http.uploadArchive(archive))
  const { transfer } = await connection.call((http) =>
    http.command('imports.start', { archiveId, source, fileName: basename(file), isDryRun: dryRun }),
  )
  const done = await followTransfer(terminal, connection, transfer)
  terminal.result(done, () => describeImport(terminal, done))
}

const unusable = (reason: string) => CommandError.of(exitCodes.unusableInput, 'cli.error.unusableInput', { reason })
