import type { HttpClient } from '@parley/client'
import type { CommandAnswer } from '@parley/protocol'

/** A file on its way into the knowledge base. */
export interface DocumentUpload {
  readonly id: number
  readonly file: File
  readonly phase: 'waiting' | 'reading' | 'added' | 'failed'
  readonly answer: CommandAnswer<'knowledge.addDocument'> | null
  /** Where it goes; null: where documents go. */
  readonly collectionId: string | null
  readonly error: unknown
}

const NONE: readonly DocumentUpload[] = []

/** Adds files one after the other; one that is refused keeps no other out. */
export class DocumentUploads {
  private uploads = NONE
  private lastId = 0
  private isRunning = false
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly http: Pick<HttpClient, 'uploadDocument'>,
    private readonly onAdded: () => void,
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The same array until something changes. */
  readonly get = (): readonly DocumentUpload[] => this.uploads

  readonly add = (files: readonly File[], collectionId: string | null = null): void => {
    const isLeft = ({ phase }: DocumentUpload) => phase !== 'added'
    const chosen = files.map((file) => ({ id: ++this.lastId, file, collectionId, ...WAITING }))
    this.show([...this.uploads.filter(isLeft), ...chosen])
    void this.run()
  }

  readonly retry = (id: number): void => {
    this.change(id, WAITING)
    void this.run()
  }

  readonly dismiss = (id: number): void => this.show(this.uploads.filter((upload) => upload.id !== id))

  /** What waits is not sent: the next session may be somebody else's. */
  forgetAll(): void {
    if (this.uploads.length > 0) this.show(NONE)
  }

  private async run(): Promise<void> {
    if (this.isRunning) return
    this.isRunning = true
    for (let next = this.nextWaiting(); next; next = this.nextWaiting()) await this.send(next)
    this.isRunning = false
  }

  private nextWaiting(): DocumentUpload | undefined {
    return this.uploads.find(({ phase }) => phase === 'waiting')
  }

  private async send({ id, file, collectionId }: DocumentUpload): Promise<void> {
    this.change(id, { phase: 'reading' })
    try {
      const upload = { file, fileName: file.name, ...(collectionId && { collectionId }) }
      this.change(id, { phase: 'added', answer: await this.http.uploadDocument(upload) })
      this.onAdded()
    } catch (error) {
      this.change(id, { phase: 'failed', error })
    }
  }

  private change(id: number, change: Partial<DocumentUpload>): void {
    this.show(this.uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)))
  }

  private show(uploads: readonly DocumentUpload[]): void {
    this.uploads = uploads
    for (const listener of this.listeners) listener()
  }
}

const WAITING = { phase: 'waiting', answer: null, error: null } as const
