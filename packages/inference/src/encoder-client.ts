import type { ChildProcess } from 'node:child_process'
import type { AttendOptions, Attention } from './attention'
import { type EncodeOptions, EncoderUnavailableError, type Encoding } from './encoder'
import type { ChildRequest, ChildResult, EncoderDescription, FromEncoderChild, ToEncoderChild } from './encoder-wire'
import { type PackedEncoding, unpackEncoding } from './packed-encoding'
import { abortReason, PendingRequests } from './pending-requests'
import { type SilenceWatch, watchSilence } from './silence-watch'
import { type SupervisedChild, superviseChild } from './supervised-child'

export type EncoderProcessEvent =
  | { readonly type: 'started'; readonly pid: number }
  | { readonly type: 'ready'; readonly pid: number }
  | { readonly type: 'ended'; readonly reason: string; readonly restartInMs: number }

export interface EncoderClientOptions {
  readonly entryPath: string
  readonly modelPath: string
  readonly cacheDirectory?: string
  /** A child that says nothing for so long while work waits is taken for hung and killed. Default 60 s. */
  readonly silenceLimitMs?: number
  readonly onEvent?: (event: EncoderProcessEvent) => void
}

/** One batch takes a second or two; the rest is for a machine that is busy or reads the model from a slow disk. */
const SILENCE_LIMIT_MS = 60_000

const ENDED_TWICE = "the encoder's process ended twice over the same work"

/**
 * The parent's end of the channel. `starting`: requests wait for the child. `failing`: the last child never came
 * up, so whoever asks goes on without the encoder while starts are tried again.
 */
type ClientState = 'starting' | 'ready' | 'failing' | 'closed'

export class EncoderClient {
  private readonly supervisor: SupervisedChild
  private readonly watch: SilenceWatch
  private readonly pending = new PendingRequests()
  private child: ChildProcess | undefined
  private state: ClientState = 'starting'
  private unusableReason: string | undefined

  /** @param onFirst called once: what the first child says of its encoder, or why it cannot serve. */
  constructor(
    private readonly options: EncoderClientOptions,
    private readonly onFirst: (outcome: EncoderDescription | EncoderUnavailableError) => void,
  ) {
    this.supervisor = superviseChild<FromEncoderChild>({
      entryPath: options.entryPath,
      onStart: (child) => this.handleStart(child),
      onMessage: (incoming) => this.handleMessage(incoming),
      onExit: (reason, restartInMs) => this.handleExit(reason, restartInMs),
    })
    this.watch = watchSilence({
      limitMs: options.silenceLimitMs ?? SILENCE_LIMIT_MS,
      isAwaiting: () => this.isAwaiting(),
      onSilence: () => this.handleSilence(),
    })
  }

  get pid(): number | undefined {
    return this.supervisor.pid
  }

  get isReady(): boolean {
    return this.state === 'ready'
  }

  async encode(texts: readonly string[], { signal, ...options }: EncodeOptions): Promise<Encoding[]> {
    const { purpose, priority = 'interactive', tokens = false, partsOf } = options
    const parts = partsOf && texts.map(partsOf)
    const asked = (requestId: number) =>
      ({ type: 'encode', requestId, texts, purpose, priority, tokens, parts }) as const
    return ((await this.request(asked, signal)) as readonly PackedEncoding[]).map(unpackEncoding)
  }

  async attend(text: string, { layer, signal }: AttendOptions): Promise<Attention> {
    const asked = (requestId: number) => ({ type: 'attend', requestId, text, layer }) as const
    return (await this.request(asked, signal)) as Attention
  }

  /** The child answers each request with a result of its own kind. */
  private async request(requestOf: (requestId: number) => ChildRequest, signal?: AbortSignal): Promise<ChildResult> {
    if (signal?.aborted) throw abortReason(signal)
    if (this.state === 'failing' || this.state === 'closed') throw this.unavailable()
    const abort = (requestId: number): void => this.send({ type: 'abort', requestId })
    const { request, answer } = this.pending.add(requestOf, signal, abort)
    if (this.state === 'ready') this.submit(request)
    return answer
  }

  async close(): Promise<void> {
    this.state = 'closed'
    this.watch.stop()
    this.pending.rejectAll(this.unavailable())
    await this.supervisor.stop()
  }

  private submit(request: ChildRequest): void {
    this.pending.countAttempt(request.requestId)
    this.send(request)
  }

  private send(outgoing: ToEncoderChild): void {
    // A failed send means that the child is ending: its exit decides what becomes of the request.
    if (this.child?.connected) this.child.send(outgoing, () => {})
  }

  private handleStart(child: ChildProcess): void {
    this.child = child
    const { modelPath, cacheDirectory } = this.options
    this.send({ type: 'open', modelPath, ...(cacheDirectory !== undefined && { cacheDirectory }) })
    if (child.pid !== undefined) this.options.onEvent?.({ type: 'started', pid: child.pid })
  }

  private handleMessage(incoming: FromEncoderChild): void {
    this.watch.heard()
    if (incoming.type === 'ready') this.handleReady(incoming)
    else if (incoming.type === 'unusable') this.unusableReason = incoming.reason
    else if (incoming.type === 'encoded') this.handleResult(incoming.requestId, incoming.encodings)
    else if (incoming.type === 'attended') this.handleResult(incoming.requestId, incoming.attention)
    else if (incoming.type === 'failed') this.handleFailed(incoming.requestId, incoming.reason)
  }

  private handleReady({ id, hiddenSize, pooledLayers, maxTokens }: EncoderDescription): void {
    this.state = 'ready'
    this.unusableReason = undefined
    this.onFirst({ id, hiddenSize, pooledLayers, maxTokens })
    if (this.child?.pid !== undefined) this.options.onEvent?.({ type: 'ready', pid: this.child.pid })
    for (const request of this.pending.all()) this.submit(request)
  }

  private handleResult(requestId: number, result: ChildResult): void {
    this.supervisor.markHealthy()
    this.pending.resolve(requestId, result)
  }

  private handleFailed(requestId: number, reason: string): void {
    this.pending.reject(requestId, new EncoderUnavailableError(reason))
  }

  /** A child that starts owes its "ready", one that is ready owes what was asked of it. */
  private isAwaiting(): boolean {
    return this.child !== undefined && (this.state !== 'ready' || this.pending.size > 0)
  }

  private handleSilence(): void {
    this.unusableReason = 'it hung: it had work and said nothing for too long'
    this.supervisor.kill()
  }

  private handleExit(exitReason: string, restartInMs: number): void {
    const hasServed = this.state === 'ready'
    const reason = this.unusableReason ?? exitReason
    this.unusableReason = undefined
    this.child = undefined
    this.state = hasServed ? 'starting' : 'failing'
    this.options.onEvent?.({ type: 'ended', reason, restartInMs })
    if (hasServed) this.pending.rejectWornOut(new EncoderUnavailableError(`${ENDED_TWICE}: ${reason}`))
    else this.handleFailedStart(reason)
  }

  private handleFailedStart(reason: string): void {
    const failure = new EncoderUnavailableError(`the encoder's process could not be started: ${reason}`)
    this.pending.rejectAll(failure)
    this.onFirst(failure)
  }

  private unavailable(): EncoderUnavailableError {
    const isClosed = this.state === 'closed'
    return new EncoderUnavailableError(isClosed ? 'the encoder is closed' : "the encoder's process does not stay up")
  }
}
