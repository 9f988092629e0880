import type { Encoder } from './encoder'
import type { EncodeRequest, FromEncoderChild, ToEncoderChild } from './encoder-wire'
import { openEncoder } from './open-encoder'

/** The child's end of the channel; `process` of a forked child is one. */
export interface ParentChannel {
  send(answer: FromEncoderChild): void
  /** Ends this process; called when the encoder cannot be opened. */
  exit(code: number): void
}

/** Answers the parent's requests; returns the handler of its messages. */
export function serveEncoder(parent: ParentChannel): (request: ToEncoderChild) => Promise<void> {
  const aborts = new Map<number, AbortController>()
  let opening: Promise<Encoder> | undefined
  return async (request) => {
    if (request.type === 'open') {
      opening = openEncoder({ ...request, onBatch: () => parent.send({ type: 'progress' }) })
      await announce(opening, parent)
    } else if (request.type === 'abort') {
      aborts.get(request.requestId)?.abort()
    } else if (opening !== undefined) {
      await answer(await opening, request, parent, aborts)
    }
  }
}

async function announce(opening: Promise<Encoder>, parent: ParentChannel): Promise<void> {
  try {
    const { id, hiddenSize, pooledLayers, maxTokens } = await opening
    parent.send({ type: 'ready', id, hiddenSize, pooledLayers, maxTokens })
  } catch (error) {
    parent.send({ type: 'unusable', reason: describe(error) })
    parent.exit(1)
  }
}

async function answer(
  encoder: Encoder,
  { requestId, texts, purpose, priority, tokens }: EncodeRequest,
  parent: ParentChannel,
  aborts: Map<number, AbortController>,
): Promise<void> {
  const abort = new AbortController()
  aborts.set(requestId, abort)
  try {
    const encodings = await encoder.encode(texts, { purpose, priority, tokens, signal: abort.signal })
    parent.send({ type: 'encoded', requestId, encodings })
  } catch (error) {
    // Nobody waits for an aborted request any more.
    if (!abort.signal.aborted) parent.send({ type: 'failed', requestId, reason: describe(error) })
  } finally {
    aborts.delete(requestId)
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
