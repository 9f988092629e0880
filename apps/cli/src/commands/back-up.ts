import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Language } from '@parley/locale'
import { exitCodes } from '../command-error'
import type { Terminal } from '../terminal'

export interface BackUpOptions {
  readonly verb: 'backup' | 'restore' | 'check'
  readonly file: string
  /** Where the bundled programs lie: the one that knows the database is the server's. */
  readonly programDirectory: string
}

interface Result {
  readonly file: string
  readonly bytes: number
  readonly rows: number
  readonly files: number
  readonly createdAt: string | null
  readonly parleyVersion: string
}

/** `backup-program.ts` of the server, which the command line must not import the parts of. */
interface BackupProgram {
  runBackupOrder(order: object): Promise<Result>
  explainBackupError(error: unknown, language: Language): string | undefined
}

/** Makes, restores or checks a backup; it works on this machine, with the server's own configuration. */
export async function backUp(terminal: Terminal, { verb, file, programDirectory }: BackUpOptions): Promise<void> {
  const address = pathToFileURL(resolve(programDirectory, 'backup.js')).href
  const { runBackupOrder, explainBackupError } = (await import(address)) as BackupProgram
  const order = { verb, file, passphrase: readPassphrase(), language: terminal.language, onProgress: terminal.progress }
  try {
    const result = await runBackupOrder(order)
    terminal.result(result, () => [describe(terminal, verb, result)])
  } catch (error) {
    terminal.endProgress()
    const reason = explainBackupError(error, terminal.language)
    if (reason === undefined) throw error
    terminal.remark(`parley: ${reason.trim()}`)
    process.exitCode = exitCodes.failed
  }
}

/** Like every secret, it may stand in a file. */
function readPassphrase(): string | undefined {
  const { PARLEY_BACKUP_PASSPHRASE: given, PARLEY_BACKUP_PASSPHRASE_FILE: file } = process.env
  return given || (file ? readFileSync(file, 'utf8').trimEnd() : undefined)
}

function describe({ text, language }: Terminal, verb: BackUpOptions['verb'], result: Result): string {
  const { file, rows, files, bytes, parleyVersion: version } = result
  if (verb === 'backup') {
    return text('cli.backup.done', { file, rows, files, megabytes: Math.max(1, Math.round(bytes / 1e6)) })
  }
  const createdAt = new Date(result.createdAt ?? 0).toLocaleString(language)
  if (verb === 'check') return text('cli.restore.checked', { rows, files, createdAt, version })
  return text('cli.restore.done', { rows, files, createdAt })
}
