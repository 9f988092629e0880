import { dirname } from 'node:path'
import type { AttentionSource } from './attention'
import { createAttentionReader } from './attention-reader'
import { createBatchingEncoder } from './batching-encoder'
import { ensureGraph } from './build-graph'
import { readE5Layout } from './e5s1-file'
import type { Encoder } from './encoder'
import { FEATURES_VERSION } from './encoder-graph'
import { type EncoderSession, openEncoderSession } from './encoder-session'
import { BUILT_IN_MODEL } from './model-source'
import { createUnigramTokenizer } from './unigram-tokenizer'

export interface OpenEncoderOptions {
  /** The weights that `ensureModel` found and verified. */
  readonly modelPath: string
  /** Where the ONNX form is built and kept. Default: beside the weights. */
  readonly cacheDirectory?: string
  /** Called after each batch, be it part of a longer piece of work. */
  readonly onBatch?: () => void
}

export type OpenedEncoder = Encoder & AttentionSource

/** Names the model's weights and the version of what the graph makes of them; see `Encoder.id`. */
export const BUILT_IN_ENCODER_ID = `${BUILT_IN_MODEL.name}/g${FEATURES_VERSION}`

/**
 * The encoder in this very process, for batch work and for the child process. ONNX Runtime's CPU calls block
 * the event loop while they compute: a server uses `startEncoderProcess`.
 *
 * @throws ModelCorruptError when the weights cannot be read.
 */
export async function openEncoder({ modelPath, cacheDirectory, onBatch }: OpenEncoderOptions): Promise<OpenedEncoder> {
  const directory = cacheDirectory ?? dirname(modelPath)
  const graphPath = await ensureGraph({ weightsPath: modelPath, sha256: BUILT_IN_MODEL.sha256, directory })
  const { header, vocabulary } = await readE5Layout(modelPath)
  const session = await openEncoderSession(graphPath, header.hiddenSize)
  const tokenizer = createUnigramTokenizer(vocabulary)
  const encoder = createBatchingEncoder({
    id: BUILT_IN_ENCODER_ID,
    maxTokens: header.maxPositions,
    tokenizer,
    session: onBatch ? reportingBatches(session, onBatch) : session,
  })
  const attention = createAttentionReader({ graphPath, header, tokenizer })
  return {
    ...encoder,
    attend: attention.attend,
    close: async () => {
      await attention.close()
      await encoder.close()
    },
  }
}

function reportingBatches(session: EncoderSession, onBatch: () => void): EncoderSession {
  return {
    ...session,
    run: async (rows, wantsTokens) => {
      const states = await session.run(rows, wantsTokens)
      onBatch()
      return states
    },
  }
}
