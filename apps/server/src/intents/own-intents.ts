import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { IntentExample, IntentFigures } from '@parley/nlu'
import { v7 as uuidv7 } from 'uuid'
import type { IntentControl, LearntIntents } from '../assistant/intent-control'
import { InTurn } from '../in-turn'
import type { IntentServices, LearningState } from '../services'
import type { Store } from '../store/store'
import { readUnderstandingSettings, saveUnderstandingSettings } from '../store/understanding-settings'
import { keepModel, modelExists, pruneModels } from './intent-models'
import { keyOf, readOwnExamples } from './own-examples'

export interface OwnIntentsOptions {
  readonly store: Pick<Store, 'rows' | 'now'>
  /** Absent where no intents are told: then nothing is learnt. */
  readonly control: IntentControl | undefined
  /** Where models lie, one directory each. */
  readonly directory: string
  /** Intents are read otherwise, or something is being learnt that was not, or no longer. */
  readonly onChanged: () => void
  readonly onError: (error: unknown) => void
}

/** A model that has been learnt, and which was live when that began. */
interface Settling {
  readonly id: string
  readonly own: readonly IntentExample[]
  readonly learnt: LearntIntents
  readonly liveModel: string | null
}

const IDLE: LearningState = { phase: 'idle', progress: 0, hasFailed: false }

/**
 * The intents of a workspace: which model reads them, and learning another one when its examples change. What was added
 * works at once, by the live model extended; then all is learnt anew in the background and judged, and takes its place
 * unless it is worse. The truth is in the database: models can be made of it again.
 */
export class OwnIntents implements IntentServices {
  private learning: { readonly stop: AbortController; readonly done: Promise<void> } | null = null
  private state: LearningState = IDLE
  private readonly choosing = new InTurn()
  /** Known when it starts. */
  private workspaceId = ''

  constructor(private readonly options: OwnIntentsOptions) {}

  get isAvailable(): boolean {
    return this.options.control !== undefined
  }

  /** Uses what was chosen before, and learns what has changed since. */
  async start(workspaceId: string): Promise<void> {
    this.workspaceId = workspaceId
    if (!this.options.control) return
    await mkdir(this.options.directory, { recursive: true })
    const isAsLeft = await this.useChosen().then(
      () => true,
      () => false,
    )
    if (!isAsLeft || !(await this.isUpToDate())) this.learn()
  }

  status(): LearningState {
    return this.state
  }

  async figures(): Promise<IntentFigures | null> {
    return (await this.options.control?.describe()) ?? null
  }

  /** Examples have changed: what was being learnt is given up for what is to be learnt now. */
  learn(): void {
    if (!this.options.control) return
    const before = this.learning
    before?.stop.abort()
    const stop = new AbortController()
    this.become({ phase: 'extending', progress: 0, hasFailed: false })
    const done = (before?.done ?? Promise.resolve()).then(() => this.run(stop.signal))
    this.learning = { stop, done }
  }

  /** Takes what the settings say: another model, another threshold. Of two who choose at once, what the later one chose. */
  useChosen(): Promise<void> {
    const { workspaceId } = this
    const { store, control } = this.options
    return this.choosing.take('chosen', async () => {
      const { liveModel, operatingPoint } = await readUnderstandingSettings(store.rows, workspaceId)
      await control?.use({ directory: liveModel && this.placeOf(liveModel), threshold: operatingPoint })
      this.options.onChanged()
    })
  }

  /** Resolves when nothing is being learnt any more. */
  async settled(): Promise<void> {
    for (let last = this.learning; last; last = this.learning === last ? null : this.learning) await last.done
  }

  async stop(): Promise<void> {
    this.learning?.stop.abort()
    await this.learning?.done
  }

  private become(state: LearningState): void {
    this.state = state
    this.options.onChanged()
  }

  private placeOf(id: string): string {
    return join(this.options.directory, id)
  }

  private async isUpToDate(): Promise<boolean> {
    const { workspaceId } = this
    const { store } = this.options
    const own = await readOwnExamples(store.rows, workspaceId)
    const written = own.filter(({ isPrivate }) => !isPrivate)
    return written.length === 0 || modelExists(store.rows, workspaceId, keyOf(own))
  }

  private async run(signal: AbortSignal): Promise<void> {
    try {
      if (!signal.aborted) await this.learnAll(signal)
      if (!signal.aborted) this.become(IDLE)
    } catch (error) {
      if (signal.aborted) return
      this.options.onError(error)
      this.become({ ...IDLE, hasFailed: true })
      await this.useChosen().catch(this.options.onError)
    }
  }

  private async learnAll(signal: AbortSignal): Promise<void> {
    const { workspaceId } = this
    const { store, control } = this.options
    const own = await readOwnExamples(store.rows, workspaceId)
    if (own.length === 0) return this.goBackToShipped()
    const { liveModel, operatingPoint: threshold } = await readUnderstandingSettings(store.rows, workspaceId)
    const id = uuidv7()
    const extended = this.placeOf(`${id}.extended`)
    try {
      const learnt = await control?.learn({
        ...{ own, extended, signal },
        trained: this.placeOf(id),
        live: liveModel && this.placeOf(liveModel),
        onExtended: async () => {
          await control.use({ directory: extended, threshold })
          this.become({ phase: 'learning', progress: 0, hasFailed: false })
        },
        onProgress: (progress) => {
          this.state = { phase: 'learning', progress, hasFailed: false }
        },
      })
      if (learnt && !signal.aborted) await this.settle({ id, own, learnt, liveModel })
    } finally {
      await rm(extended, { recursive: true, force: true })
    }
  }

  /**
   * The better or equal one goes live; a worse one waits for somebody's decision. Where somebody has chosen another model
   * while this one was learnt, their choice stands: it was not judged against that.
   */
  private async settle({ id, own, learnt, liveModel }: Settling): Promise<void> {
    const { workspaceId } = this
    const { store, control } = this.options
    const state = learnt.comparison.isWorse ? 'waiting' : 'kept'
    await keepModel(store, workspaceId, {
      id,
      state,
      learnt,
      key: keyOf(own),
      encoderId: control?.encoderId ?? null,
      own,
    })
    const { liveModel: chosen } = await readUnderstandingSettings(store.rows, workspaceId)
    if (state === 'kept' && chosen === liveModel) {
      await saveUnderstandingSettings(store.rows, workspaceId, { liveModel: id })
    }
    await this.useChosen()
    const gone = await pruneModels(store.rows, workspaceId)
    await Promise.all(gone.map((old) => rm(this.placeOf(old), { recursive: true, force: true })))
  }

  private async goBackToShipped(): Promise<void> {
    await saveUnderstandingSettings(this.options.store.rows, this.workspaceId, { liveModel: null })
    await this.useChosen()
  }
}
