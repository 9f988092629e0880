import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { CommandAnswer } from '@parley/protocol'
import { CommandError, exitCodes } from '../command-error'
import { type ConnectOptions, connect, type ServerConnection } from '../connect'
import { findCollection } from '../find-collection'
import { explainFailure, type Failure } from '../report-failure'
import type { Terminal } from '../terminal'

export interface AddDocumentsOptions extends ConnectOptions {
  /** Name or id. */
  readonly collection?: string
}

type Added = CommandAnswer<'knowledge.addDocument'>['document']

/** Adds files one after the other; one that cannot be added does not keep the others out. */
export async function addDocuments(
  terminal: Terminal,
  files: readonly string[],
  options: AddDocumentsOptions,
): Promise<void> {
  const server = await connect(terminal, options)
  const collectionId = options.collection && (await findCollection(server, options.collection))
  const documents: Added[] = []
  const failures: Failure[] = []
  for (const [index, file] of files.entries()) {
    terminal.progress(terminal.text('cli.knowledge.add.working', { file, done: index + 1, total: files.length }))
    try {
      documents.push(await addFile(server, file, collectionId))
    } catch (error) {
      failures.push(tellFailure(terminal, file, error))
    }
  }
  terminal.result({ documents, failed: failures.length }, () => describe(terminal, documents))
  finish(terminal, failures, files.length)
}

async function addFile(server: ServerConnection, file: string, collectionId: string | undefined): Promise<Added> {
  const bytes = await readFile(file).catch((error: Error) => {
    throw CommandError.of(exitCodes.unusableInput, 'cli.error.unreadableFile', { file, reason: error.message })
  })
  const upload = { file: new Blob([bytes]), fileName: basename(file), ...(collectionId && { collectionId }) }
  return (await server.call((http) => http.uploadDocument(upload))).document
}

/** What would hit the next file as well is thrown on. */
function tellFailure(terminal: Terminal, file: string, error: unknown): Failure {
  const failure = explainFailure(error, terminal.language)
  if (failure === undefined || failure.exitCode === exitCodes.serverUnreachable) throw error
  terminal.remark(`parley: ${file}: ${failure.line}`)
  return failure
}

function finish(terminal: Terminal, failures: readonly Failure[], total: number): void {
  if (failures.length === 0) return
  terminal.remark(terminal.text('cli.knowledge.add.failed', { failed: failures.length, total }))
  process.exitCode = Math.max(...failures.map(({ exitCode }) => exitCode))
}

function describe({ text }: Terminal, documents: readonly Added[]): string[] {
  return documents.map(({ id, title, passageCount }) =>
    text('cli.knowledge.add.added', { title, passages: passageCount, id }),
  )
}
