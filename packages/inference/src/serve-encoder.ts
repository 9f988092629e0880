import type { ChildRequest, FromEncoderChild, ToEncoderChild } from './encoder-wire'
import { type OpenedEncoder, openEncoder } from './open-encoder'
import { packEncoding } from './packed-encoding'

/** The child's end of the channel; `process` of a forked child is one. */
export interface ParentChannel {
  send(answer: FromEncoderChild): void
  /** Ends this process; called when the encoder cannot be opened. */
  exit(code: number): void
}

/** Answers the parent's requests; returns the handler of its messages. */
export function serveEncoder(parent: ParentChannel): (request: ToEncoderChild) => Promise<void> {
  const aborts = new Map<number, AbortController>()
  let opening: Promise<OpenedEncoder> | undefined
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

async function announce(opening: Promise<OpenedEncoder>, parent: ParentChannel): Promise<void> {
  try {
    const { id, hiddenSize, pooledLayers, maxTokens } = await opening
    parent.send({ type: 'ready', id, hiddenSize, pooledLayers, maxTokens })
  } catch (error) {
    parent.send({ type: 'unusable', reason: describe(error) })
    parent.exit(1)
  }
}

async function answer(
  encoder: OpenedEncoder,
  request: ChildRequest,
  parent: ParentChannel,
  aborts: Map<number, AbortController>,
): Promise<void> {
  const { requestId } = request
  const abort = new AbortController()
  aborts.set(requestId, abort)
  try {
    parent.send(await compute(encoder, request, abort.signal))
  } catch (error) {
    // Nobody waits for an aborted request any more.
    if (!abort.signal.aborted) parent.send({ type: 'failed', requestId, reason: describe(error) })
  } finally {
    aborts.delete(requestId)
  }
}

async function compute(encoder: OpenedEncoder, request: ChildRequest, signal: AbortSignal): Promise<FromEncoderChild> {
  const { requestId } = request
  if (request.type === 'attend') {
    const { text, layer } = request
    return { type: 'attended', requestId, attention: await encoder.attend(text, { layer, signal }) }
  }
  const { texts, purpose, priority, tokens, parts } = request
  const partsOf = parts && new Map(texts.map((text, index) => [text, parts[index] ?? []]))
  const options = {
    ...{ purpose, priority, tokens, signal },
    ...(partsOf && { partsOf: (text: string) => partsOf.get(text) ?? [] }),
  }
  return { type: 'encoded', requestId, encodings: (await encoder.encode(texts, options)).map(packEncoding) }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
