import type { FileId, FileInfo } from '@parley/protocol'

/** What is being attached at one place on this page. */
export interface Tray {
  /** Of those that are uploaded and could be sent. */
  readyIds(): readonly FileId[]
  /** Shows a file that was attached before, or on another device. */
  bringBack(file: FileInfo): void
  /** Shows them no more; whoever took them away has sent or dropped them. */
  letGo(fileIds: readonly FileId[]): void
}

export interface DraftFiles {
  /** null: it is gone, or was sent. */
  find(fileId: FileId): Promise<FileInfo | null>
  /** Adds to the draft and takes away from it: what other devices change at the same time stands beside it. */
  change(addedFileIds: FileId[], removedFileIds: FileId[]): Promise<unknown>
}

/** Keeps what is attached here and in the person's draft on the server alike, in whichever of the two it changes. */
export class AttachmentKeeper {
  /** What the draft holds, as far as it is heard. */
  private heard: readonly FileId[] = []
  /** What stood here when the draft was last told. */
  private told: readonly FileId[] = []
  private isTelling = false

  constructor(
    private readonly tray: Tray,
    private readonly draft: DraftFiles,
  ) {}

  /** What the draft holds, whenever it changes. */
  hear(fileIds: readonly FileId[]): void {
    const gone = without(this.heard, fileIds)
    const added = without(fileIds, [...this.heard, ...this.tray.readyIds()])
    this.heard = fileIds
    this.told = without(this.told, gone)
    this.tray.letGo(gone)
    for (const id of added) void this.bringBack(id)
  }

  /** Tells the draft what has changed here. One at a time, and again where more has changed meanwhile. */
  async tell(): Promise<void> {
    const ready = this.tray.readyIds()
    const [added, removed] = [without(ready, this.told), without(this.told, ready)]
    if (this.isTelling || added.length + removed.length === 0) return
    this.isTelling = true
    try {
      await this.draft.change(without(added, this.heard), removed)
      this.told = ready
    } catch {
      // Without a connection it goes with the next change; one may have come meanwhile.
      if (without(this.tray.readyIds(), ready).length + without(ready, this.tray.readyIds()).length === 0) return
    } finally {
      this.isTelling = false
    }
    await this.tell()
  }

  /** Where that fails it stays in the draft, for the next time the place is opened. */
  private async bringBack(id: FileId): Promise<void> {
    const file = await this.draft.find(id).catch(() => undefined)
    // Sent or dropped without the draft being told.
    if (file === null) await this.draft.change([], [id]).catch(() => undefined)
    if (!file || !this.heard.includes(id)) return
    this.told = [...this.told, id]
    this.tray.bringBack(file)
  }
}

const without = (ids: readonly FileId[], others: readonly FileId[]): FileId[] =>
  ids.filter((id) => !others.includes(id))
