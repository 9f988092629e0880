import { join } from 'node:path'
import type { LabelKind } from '@parley/protocol'
import type { Updateable } from 'kysely'
import type { Comprehension } from '../assistant/comprehension'
import type { Directory } from '../assistant/directory'
import type { IntentControl } from '../assistant/intent-control'
import type { LabelledMessage, MeasuredReport, ReadLabel } from '../jobs/evaluate-wire'
import { evaluationFailure } from '../jobs/evaluation-failure'
import type { EvaluationServices, EvaluationTask } from '../services'
import { jsonText } from '../store/json-text'
import type { Store } from '../store/store'
import { readUnderstandingSettings } from '../store/understanding-settings'
import type { EvaluationTable } from '../store/understanding-tables'
import { readLabelledTexts } from './labelled-texts'

export interface EvaluationsOptions {
  readonly store: Pick<Store, 'rows' | 'now'>
  readonly control: IntentControl | undefined
  readonly comprehension: Comprehension
  readonly directory: Directory
  /** Where the workspace's own models lie. */
  readonly modelDirectory: string
  readonly onError: (error: unknown) => void
}

const MOST_MESSAGES = 5_000
const AT_ONCE = 32

/** Measures on labelled messages, one measurement after the other; what was under way when the server ended is not taken up. */
export class Evaluations implements EvaluationServices {
  private readonly running = new Map<string, { readonly stop: AbortController; progress: number }>()
  private last: Promise<void> = Promise.resolve()

  constructor(private readonly options: EvaluationsOptions) {}

  get isAvailable(): boolean {
    return this.options.control !== undefined
  }

  /** What an earlier server left unfinished. */
  async start(): Promise<void> {
    const { rows, now } = this.options.store
    const left = rows.updateTable('evaluations').where('status', '=', 'running')
    await left.set({ status: 'cancelled', finished_at: now() }).execute()
  }

  begin(task: EvaluationTask): void {
    const run = { stop: new AbortController(), progress: 0 }
    this.running.set(task.id, run)
    this.last = this.last.then(() => this.run(task, run.stop.signal)).finally(() => this.running.delete(task.id))
  }

  progressOf(id: string): number {
    return this.running.get(id)?.progress ?? 0
  }

  async cancel(id: string): Promise<void> {
    await this.finish(id, { status: 'cancelled' })
    this.running.get(id)?.stop.abort()
  }

  async settled(): Promise<void> {
    await this.last
  }

  async stop(): Promise<void> {
    for (const { stop } of this.running.values()) stop.abort()
    await this.last
  }

  private async run(task: EvaluationTask, signal: AbortSignal): Promise<void> {
    try {
      if (signal.aborted) return
      const report = await this.measure(task, signal)
      await this.finish(task.id, {
        status: 'done',
        report: jsonText({ kind: task.kind, hasOther: task.otherModelId !== undefined, ...report }),
      })
    } catch (error) {
      if (signal.aborted) return
      this.options.onError(error)
      const failure = jsonText({ code: evaluationFailure(error) })
      await this.finish(task.id, { status: 'failed', failure }).catch(this.options.onError)
    }
  }

  private async measure(task: EvaluationTask, signal: AbortSignal): Promise<MeasuredReport> {
    const { control } = this.options
    if (!control) throw new Error('nothing is read here')
    const messages = await this.readLabelled(task)
    const onProgress = (progress: number) => {
      const run = this.running.get(task.id)
      if (run) run.progress = progress
    }
    const order =
      task.kind === 'intent'
        ? await this.intentOrder(task)
        : await this.readOrder(task.kind, messages, { signal, onProgress })
    return control.measure({ order: { ...order, messages }, signal, onProgress })
  }

  private async intentOrder({ workspaceId, modelId, otherModelId }: EvaluationTask) {
    const { operatingPoint: threshold } = await readUnderstandingSettings(this.options.store.rows, workspaceId)
    const choice = (id: string | null) => ({ directory: id && join(this.options.modelDirectory, id), threshold })
    const other = otherModelId === undefined ? null : choice(otherModelId)
    return { kind: 'intents', model: choice(modelId), other } as const
  }

  /** As a message is read that comes in now. */
  private async readOrder(
    kind: Exclude<LabelKind, 'intent'>,
    messages: readonly LabelledMessage[],
    { signal, onProgress }: { readonly signal: AbortSignal; readonly onProgress: (share: number) => void },
  ) {
    const { comprehension, directory } = this.options
    const situation = await directory.situationOf({ userId: '', timeZone: 'UTC' })
    const read: ReadLabel[] = []
    for (let at = 0; at < messages.length; at += AT_ONCE) {
      signal.throwIfAborted()
      const part = messages.slice(at, at + AT_ONCE).map(({ text }) => ({ text, situation }))
      const comprehended = await comprehension.read(part, 'background')
      read.push(
        ...comprehended.map(({ understanding: { tone } }) => {
          const judged = kind === 'act' ? tone?.acts[0] : tone?.[kind]
          return { prediction: judged?.name ?? null, confidence: judged?.probability ?? 0 }
        }),
      )
      onProgress(Math.min(1, (at + AT_ONCE) / messages.length))
    }
    return { kind: 'labels', read } as const
  }

  /** Of each the part that is read, as learning takes it: a model knows what it has learnt from by the same words. */
  private async readLabelled({ workspaceId, kind }: EvaluationTask): Promise<LabelledMessage[]> {
    const found = await readLabelledTexts(this.options.store.rows, { workspaceId, kind, limit: MOST_MESSAGES })
    return found.map(({ messageId: id, text, value: truth }) => ({ id, text, truth }))
  }

  /** Unless somebody was quicker. */
  private async finish(
    id: string,
    { status, ...outcome }: Pick<Updateable<EvaluationTable>, 'report' | 'failure'> & Pick<EvaluationTable, 'status'>,
  ): Promise<void> {
    const { rows, now } = this.options.store
    const own = rows.updateTable('evaluations').where('id', '=', id).where('status', '=', 'running')
    await own.set({ status, finished_at: now(), ...outcome }).execute()
  }
}
