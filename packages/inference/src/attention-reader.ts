import { InferenceSession } from 'onnxruntime-node'
import { type Attention, type AttentionSource, attentionWeights } from './attention'
import { attentionParts, ensureAttentionGraph } from './attention-graph'
import type { E5Header } from './e5s1-file'
import { floatData, padBatch, sessionOptions } from './encoder-session'
import type { TokenisedText, Tokenizer } from './unigram-tokenizer'

export interface AttentionReaderParts {
  readonly graphPath: string
  readonly header: E5Header
  readonly tokenizer: Tokenizer
  /** How long its graph stays in memory after the last look. Default one minute. */
  readonly idleMs?: number
}

export interface AttentionReader extends AttentionSource {
  close(): Promise<void>
}

/** More tokens are a carpet that nobody reads anything off. */
const MOST_TOKENS = 64
const PREFIX = 'query: '
const IDLE_MS = 60_000

/** Opens its graph (a quarter of a second, some 90 MB) for the first look and lets go of it when nobody looks any more. */
export function createAttentionReader({ idleMs = IDLE_MS, ...parts }: AttentionReaderParts): AttentionReader {
  let opening: Promise<InferenceSession> | undefined
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()
  const open = () => {
    opening ??= openSession(parts)
    opening.catch(() => {
      opening = undefined
    })
    return opening
  }
  const close = async () => {
    clearTimeout(idle)
    const session = opening
    opening = undefined
    await session?.then((it) => it.release())
  }
  return {
    // One after the other: a session must not be let go of while somebody reads from it.
    attend: (text, { layer, signal }) => {
      clearTimeout(idle)
      const looking = last.then(async () => {
        signal?.throwIfAborted()
        return look(parts, await open(), text, layer)
      })
      last = looking.then(
        () => undefined,
        () => undefined,
      )
      void last.then(() => {
        clearTimeout(idle)
        idle = setTimeout(() => void close(), idleMs).unref()
      })
      return looking
    },
    close: async () => {
      await last
      await close()
    },
  }
}

async function openSession({ graphPath, header }: AttentionReaderParts): Promise<InferenceSession> {
  return InferenceSession.create(await ensureAttentionGraph(graphPath, header), sessionOptions())
}

async function look(
  { header, tokenizer }: AttentionReaderParts,
  session: InferenceSession,
  text: string,
  wanted: number,
): Promise<Attention> {
  const { layerCount, headCount } = header
  const layer = Math.min(wanted, layerCount)
  const tokenised = tokenizer.tokenise(PREFIX + text, MOST_TOKENS)
  const { queries, keys } = attentionParts(layer)
  const outputs = await session.run(padBatch([{ ids: tokenised.ids, parts: [] }]), [queries, keys])
  const length = tokenised.ids.length
  return {
    ...{ layer, layerCount, headCount, isTruncated: tokenised.isTruncated },
    tokens: tokensOf(tokenizer, tokenised),
    heads: attentionWeights(floatData(outputs[queries]), floatData(outputs[keys]), length, headCount),
  }
}

function tokensOf(tokenizer: Tokenizer, { ids, ends }: TokenisedText): Attention['tokens'] {
  return Array.from(ids, (id, index) => ({
    piece: tokenizer.piece(id),
    isFrame: index === 0 || index === ids.length - 1 || ends[index]! <= PREFIX.length,
  }))
}
