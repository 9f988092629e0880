import { randomUUID } from 'node:crypto'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { exists } from './build-graph'
import type { E5Header } from './e5s1-file'
import { type OnnxValue, writeOutputs } from './onnx-model'

/** What a layer's attention is computed from, and what comes of it, as the encoder's graph names them. */
export const attentionParts = (layer: number) => {
  const at = (name: string): string => `layer${layer - 1}.${name}`
  return { queries: at('q'), keys: at('k'), values: at('v'), attended: at('attended') }
}

/**
 * A second graph beside the encoder's, over the same weights, that also gives out what attention is computed from. The
 * encoder's own graph stays as it is: nothing of this costs anything until somebody looks. Serialised messages that
 * follow one another are one (Protocol Buffers, "Last One Wins": repeated fields are joined), so the outputs are appended.
 *
 * @returns its path.
 */
export async function ensureAttentionGraph(graphPath: string, header: E5Header): Promise<string> {
  const path = graphPath.replace(/\.onnx$/, '.attention.onnx')
  if (await exists(path)) return path
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    await writeFile(temporary, Buffer.concat([await readFile(graphPath), writeOutputs(outputsOf(header))]))
    await rename(temporary, path)
  } finally {
    await rm(temporary, { force: true })
  }
  return path
}

function outputsOf({ layerCount, hiddenSize }: E5Header): OnnxValue[] {
  return Array.from({ length: layerCount }, (_unused, index) => Object.values(attentionParts(index + 1)))
    .flat()
    .map((name) => ({ name, type: 'float', shape: ['batch', 'length', hiddenSize] }))
}
