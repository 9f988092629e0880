import { type FileInfo, type ImportProblem, ParleyError } from '@parley/protocol'
import { v5 as uuidv5 } from 'uuid'
import { announceFile } from '../commands/files/announce-file'
import { finishFile } from '../commands/files/finish-file'
import type { FileRow } from '../store/files'
import { asFileInfo } from '../store/rows'
import type { Archive, ArchivedFile, ArchivedMessage } from './archive'
import type { ImportStage } from './import-stage'
import { storableLine } from './storable-text'

/** Of ids that are made of an archive's keys. */
const NAMESPACE = '6f1c7c1e-0d0b-4c8e-9a57-2f4b1a7a5c11'
const NAME_LIMIT = 255

/** What became of a message's files: those whose bytes are here, and those that it can only name. */
export interface ImportedFiles {
  readonly stored: readonly FileInfo[]
  readonly named: readonly ArchivedFile[]
}

/** Stores attached files as their author's, as an upload would: looked at, images made anew, each once however often it is read. */
export class FileImporter {
  constructor(
    private readonly stage: ImportStage,
    private readonly archive: Archive,
  ) {}

  /** Those that could only be named, for a dry run. */
  named({ key, files }: ArchivedMessage): ArchivedFile[] {
    return files.filter((file) => this.storableSize(key, file) === null)
  }

  async store({ key, files }: ArchivedMessage, authorId: string): Promise<ImportedFiles> {
    const stored: FileInfo[] = []
    const named: ArchivedFile[] = []
    for (const [index, file] of files.entries()) {
      const info = await this.storeOne(file, { key, authorId, clientFileId: clientFileIdOf(this.stage, key, index) })
      if (info) stored.push(info)
      else named.push(file)
    }
    return { stored, named }
  }

  /** null: it cannot be stored, and unless its address comes in its place the report says why. */
  private storableSize(key: string, { name, path, url }: ArchivedFile): number | null {
    if (path === null) return url === null ? this.refuse(key, 'file_missing', name) : null
    const size = this.archive.sizeOf(path)
    if (size === null) return this.refuse(key, 'file_missing', name)
    return size > this.stage.services.files.maxBytes ? this.refuse(key, 'file_too_large', name) : size
  }

  private async storeOne(file: ArchivedFile, { key, authorId, clientFileId }: Place): Promise<FileInfo | null> {
    const size = this.storableSize(key, file)
    if (size === null || file.path === null) return null
    const { services, actor } = this.stage
    const owner = { workspaceId: actor.workspaceId, userId: authorId }
    const announced = { clientFileId, name: storableLine(file.name, NAME_LIMIT), size }
    const row = await announceFile(services.store.rows, owner, announced, services.store.now())
    if (row.completed_at) return asFileInfo(row)
    try {
      return asFileInfo(await this.receive(row, file.path))
    } catch (error) {
      if (!isOfTheArchive(error)) throw error
      await this.drop(row)
      return this.refuse(key, 'file_unreadable', file.name)
    }
  }

  /** From its first byte on: what an interrupted import left of it is let go. */
  private async receive(row: FileRow, path: string): Promise<FileRow> {
    const { services } = this.stage
    const { staging } = services.files
    await staging.remove(row.id)
    await staging.append(row.id, await this.archive.openFile(path), row.size)
    return finishFile(services, row)
  }

  private async drop({ id }: FileRow): Promise<void> {
    const { store, files } = this.stage.services
    await files.staging.remove(id)
    await store.rows.updateTable('files').set({ dropped_at: store.now() }).where('id', '=', id).execute()
  }

  private refuse(place: string, problem: ImportProblem, detail: string): null {
    this.stage.tally.note({ place, problem, detail })
    return null
  }
}

interface Place {
  readonly key: string
  readonly authorId: string
  readonly clientFileId: string
}

const clientFileIdOf = ({ source }: ImportStage, key: string, index: number) =>
  uuidv5(`${source}:${key}:${index}`, NAMESPACE)

/** Not the disk's or the database's: the next file may well be whole. */
function isOfTheArchive(error: unknown): boolean {
  if (error instanceof ParleyError) return error.code === 'unreadable_image' || error.code === 'payload_too_large'
  return error instanceof Error && (!('code' in error) || String(error.code).startsWith('Z_'))
}
