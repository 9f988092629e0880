import { type HttpClient, newClientId, uploadFile } from '@parley/client'
import { FILES_A_MESSAGE, type FileId, type FileInfo, type UploadState } from '@parley/protocol'

import { thumbnailUrl } from './file-kind'
import type { KeptAttachment } from './use-kept-attachments'

/** A file that was chosen to be sent, from then until its message is there. */
export interface Attachment {
  /** Its clientFileId. */
  readonly id: string
  readonly name: string
  readonly size: number
  /** Of an image: it can be looked at before it is uploaded. */
  readonly pictureUrl: string | null
  /** So many bytes have arrived. */
  readonly offset: number
  readonly status: 'uploading' | 'ready' | 'failed'
  readonly error: unknown
}

interface Held {
  readonly shown: Attachment
  readonly bytes: File
  readonly giveUp: AbortController
  readonly uploaded: Promise<Pick<FileInfo, 'id'>>
  /** As soon as the server knows of it. */
  readonly fileId: FileId | null
}

const NONE: readonly Attachment[] = []

/**
 * Files on their way, by the place where they are being added (a channel or a thread), and once sent by their message.
 * Uploads begin when a file is chosen; a message that is sent before they end waits for them.
 */
export class Attachments {
  private readonly places = new Map<string, readonly Held[]>()
  private readonly shown = new Map<string, readonly Attachment[]>()
  private readonly listeners = new Set<() => void>()

  constructor(private readonly http: Pick<HttpClient, 'command' | 'uploadBytes'>) {}

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  /** At a place, or of a message. The same array until something about them changes. */
  readonly at = (place: string): readonly Attachment[] => this.shown.get(place) ?? NONE

  /** Whether leaving the page would lose something. */
  get isBusy(): boolean {
    return [...this.shown.values()].flat().some(({ status }) => status === 'uploading')
  }

  /** Begins to upload them; answers how many found no room. */
  add(place: string, files: readonly File[]): number {
    const room = Math.max(0, FILES_A_MESSAGE - this.held(place).length)
    this.put(place, [...this.held(place), ...files.slice(0, room).map((file) => this.begin(file))])
    return Math.max(0, files.length - room)
  }

  /** What is uploaded and could be sent: `use-kept-attachments.ts` brings it back after a reload. */
  keptAt(place: string): KeptAttachment[] {
    return this.held(place).flatMap(({ shown, fileId }) => {
      const { id, name, size, pictureUrl, status } = shown
      return fileId && status === 'ready' ? [{ id, fileId, name, size, isPicture: pictureUrl !== null }] : []
    })
  }

  /** In front of what has been added meanwhile; what is held already is not there twice. */
  restore(place: string, kept: readonly KeptAttachment[]): void {
    const held = this.held(place)
    const missing = kept.filter(({ id }) => !held.some(({ shown }) => shown.id === id))
    if (missing.length > 0) this.put(place, [...missing.map(heldAgain), ...held].slice(0, FILES_A_MESSAGE))
  }

  remove(place: string, id: string): void {
    const held = this.held(place).find(({ shown }) => shown.id === id)
    if (!held) return
    this.drop(held)
    this.put(
      place,
      this.held(place).filter((it) => it !== held),
    )
  }

  /** Under the same id: what has arrived is not sent again. */
  retry(place: string, id: string): void {
    const again = (held: Held) => (held.shown.id === id ? this.begin(held.bytes, held.shown) : held)
    this.put(place, this.held(place).map(again))
  }

  /** Takes what was added at a place for a message; answers its files when all of them are there. */
  take(place: string): { readonly files: Promise<readonly FileId[]>; readonly showWith: (message: string) => void } {
    const taken = this.held(place)
    this.put(place, [])
    const files = Promise.all(taken.map(async ({ uploaded }) => (await uploaded).id))
    // Held under the message's name from now on; progress goes on being told to it.
    const showWith = (message: string) => this.put(message, taken)
    return { files, showWith }
  }

  /** The message is there, or was given up. */
  forget(message: string, isGivenUp: boolean): void {
    const held = this.held(message)
    if (held.length === 0) return
    for (const it of held) {
      if (isGivenUp) this.drop(it)
      else if (it.shown.pictureUrl) URL.revokeObjectURL(it.shown.pictureUrl)
    }
    this.put(message, [])
  }

  /**
   * Whoever chose them has signed out. Nobody is told, for nobody shows them any more, and what is noted to be brought
   * back for this person stays noted.
   */
  forgetAll(): void {
    for (const { giveUp, shown } of [...this.places.values()].flat()) {
      giveUp.abort()
      if (shown.pictureUrl) URL.revokeObjectURL(shown.pictureUrl)
    }
    this.places.clear()
    this.shown.clear()
  }

  private held(place: string): readonly Held[] {
    return this.places.get(place) ?? []
  }

  private begin(bytes: File, before?: Attachment): Held {
    const id = before?.id ?? newClientId()
    const name = bytes.name.normalize('NFC').slice(0, 200) || 'file'
    const pictureUrl = before?.pictureUrl ?? pictureOf(bytes)
    const giveUp = new AbortController()
    const onProgress = (state: UploadState) => this.progress(id, state)
    const uploaded = uploadFile(
      { name, bytes, clientFileId: id, signal: giveUp.signal, onProgress },
      { http: this.http },
    )
    uploaded.then(
      () => this.change(id, { status: 'ready' }),
      (error: unknown) => this.change(id, { status: 'failed', error }),
    )
    const shown = { id, name, size: bytes.size, pictureUrl, offset: before?.offset ?? 0, error: null }
    return { shown: { ...shown, status: 'uploading' }, bytes, giveUp, uploaded, fileId: null }
  }

  private progress(id: string, { fileId, offset }: UploadState): void {
    this.change(id, { offset }, fileId)
  }

  /** Wherever it is held by now. */
  private change(id: string, change: Partial<Attachment>, fileId?: FileId): void {
    for (const [place, held] of this.places) {
      if (!held.some(({ shown }) => shown.id === id)) continue
      const changed = (it: Held): Held =>
        it.shown.id === id ? { ...it, fileId: fileId ?? it.fileId, shown: { ...it.shown, ...change } } : it
      this.put(place, held.map(changed))
    }
  }

  private drop({ giveUp, fileId, shown }: Held): void {
    giveUp.abort()
    if (shown.pictureUrl) URL.revokeObjectURL(shown.pictureUrl)
    // Whatever is left of it goes by itself in a day.
    if (fileId) this.http.command('files.discard', { fileId }).catch(() => undefined)
  }

  private put(place: string, held: readonly Held[]): void {
    if (held.length === 0) {
      this.places.delete(place)
      this.shown.delete(place)
    } else {
      this.places.set(place, held)
      this.shown.set(
        place,
        held.map(({ shown }) => shown),
      )
    }
    for (const listener of [...this.listeners]) listener()
  }
}

function heldAgain({ id, fileId, name, size, isPicture }: KeptAttachment): Held {
  const pictureUrl = isPicture ? thumbnailUrl(fileId) : null
  const shown = { id, name, size, pictureUrl, offset: size, status: 'ready', error: null } as const
  const uploaded = Promise.resolve({ id: fileId })
  return { shown, bytes: new File([], name), giveUp: new AbortController(), uploaded, fileId }
}

/** What browsers draw; the server has the last word. */
const pictureOf = (file: File) =>
  /^image\/(png|jpeg|gif|webp|avif)$/.test(file.type) ? URL.createObjectURL(file) : null
