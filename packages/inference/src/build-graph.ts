import { randomUUID } from 'node:crypto'
import { access, type FileHandle, mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type E5Layout, readE5Layout } from './e5s1-file'
import { buildEncoderGraph, GRAPH_VERSION } from './encoder-graph'
import { ModelCorruptError } from './errors'
import { type OnnxTensor, type OnnxType, writeOnnxModel } from './onnx-model'
import { BLOCK_WEIGHTS, repackBlocks } from './quantised-blocks'

/** Weights from this size on go into the second file, which ONNX Runtime maps instead of reading. */
const EXTERNAL_FROM_BYTES = 16_384
/** A mapping begins at a page. */
const PAGE_BYTES = 4096

export interface GraphSource {
  readonly weightsPath: string
  /** sha256 of the weights, in hex: part of the graph's name, so that other weights never meet an old graph. */
  readonly sha256: string
  readonly directory: string
}

/**
 * The path of the ONNX file for these weights, built on first use (74 MB, about a second).
 * Two processes may build at once: each writes under names of its own, and renaming is atomic.
 *
 * @throws ModelCorruptError when the weights are not E5S1 or lack a tensor.
 */
export async function ensureGraph(source: GraphSource): Promise<string> {
  const name = `encoder-g${GRAPH_VERSION}-${source.sha256.slice(0, 12)}`
  const graphPath = join(source.directory, `${name}.onnx`)
  if (await exists(graphPath)) return graphPath
  await mkdir(source.directory, { recursive: true })
  await buildGraph(source.weightsPath, graphPath, join(source.directory, `${name}.weights`))
  return graphPath
}

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}

async function buildGraph(weightsPath: string, graphPath: string, externalPath: string): Promise<void> {
  const suffix = `.${randomUUID()}.tmp`
  try {
    const layout = await readE5Layout(weightsPath)
    const tensors = await writeWeights(weightsPath, layout, externalPath, suffix)
    await writeFile(graphPath + suffix, writeOnnxModel(buildEncoderGraph(layout.header, tensors)))
    // The weights first: a graph that can be seen can be loaded.
    await rename(externalPath + suffix, externalPath)
    await rename(graphPath + suffix, graphPath)
  } finally {
    await Promise.all([rm(externalPath + suffix, { force: true }), rm(graphPath + suffix, { force: true })])
  }
}

async function writeWeights(
  weightsPath: string,
  layout: E5Layout,
  externalPath: string,
  suffix: string,
): Promise<OnnxTensor[]> {
  const input = await open(weightsPath, 'r')
  const output = await open(externalPath + suffix, 'w')
  try {
    const read = (name: string): Promise<Uint8Array> => readTensor(input, layout, weightsPath, name)
    const sink = new TensorSink(output, basename(externalPath))
    await writeEmbeddings(read, sink, layout)
    for (let layer = 0; layer < layout.header.layerCount; layer++) await writeLayer(read, sink, layout, layer)
    await output.sync()
    return sink.tensors
  } finally {
    await input.close()
    await output.close()
  }
}

async function readTensor(file: FileHandle, layout: E5Layout, path: string, name: string): Promise<Uint8Array> {
  const tensor = layout.tensors.get(name)
  if (tensor === undefined) throw new ModelCorruptError(path, `the tensor ${name} is missing`)
  const bytes = new Uint8Array(tensor.byteLength)
  const { bytesRead } = await file.read(bytes, 0, tensor.byteLength, tensor.offset)
  if (bytesRead < tensor.byteLength) throw new ModelCorruptError(path, `the tensor ${name} is cut off`)
  return bytes
}

/** Collects tensors; large ones are appended to the external file. */
class TensorSink {
  readonly tensors: OnnxTensor[] = []
  private offset = 0
  constructor(
    private readonly file: FileHandle,
    private readonly fileName: string,
  ) {}

  async add(name: string, type: OnnxType, shape: readonly number[], data: Uint8Array): Promise<void> {
    if (data.length < EXTERNAL_FROM_BYTES) {
      this.tensors.push({ name, type, shape, data })
      return
    }
    await this.file.write(data, 0, data.length, this.offset)
    const range = { file: this.fileName, offset: this.offset, length: data.length }
    this.tensors.push({ name, type, shape, data: range })
    this.offset = Math.ceil((this.offset + data.length) / PAGE_BYTES) * PAGE_BYTES
  }
}

type ReadTensor = (name: string) => Promise<Uint8Array>

async function writeEmbeddings(read: ReadTensor, sink: TensorSink, { header }: E5Layout): Promise<void> {
  const { hiddenSize, vocabularySize, maxPositions } = header
  const words = repackBlocks(await read('emb.word'), true)
  await sink.add('words.nibbles', 'int4', [vocabularySize, hiddenSize], words.nibbles)
  await sink.add('words.scales', 'float', [vocabularySize, hiddenSize / BLOCK_WEIGHTS], bytesOf(words.scales))
  // Every token has type 0, so that row joins the positions once and for all.
  const positions = addToRows(floats(await read('emb.pos')), floats(await read('emb.type')).subarray(0, hiddenSize))
  await sink.add('positions', 'float', [maxPositions, hiddenSize], bytesOf(positions))
  await sink.add('embedding.norm.weight', 'float', [hiddenSize], await read('emb.ln.w'))
  await sink.add('embedding.norm.bias', 'float', [hiddenSize], await read('emb.ln.b'))
}

async function writeLayer(read: ReadTensor, sink: TensorSink, { header }: E5Layout, layer: number): Promise<void> {
  const { hiddenSize: hidden, feedForwardSize: inner } = header
  const linear = async (name: string, sources: readonly string[], inputSize: number): Promise<void> => {
    const weights = await Promise.all(sources.map((source) => read(`l${layer}.${source}.w`)))
    const biases = await Promise.all(sources.map((source) => read(`l${layer}.${source}.b`)))
    await addLinear(sink, `layer${layer}.${name}`, Buffer.concat(weights), Buffer.concat(biases), inputSize)
  }
  const norm = async (name: string, source: string): Promise<void> => {
    await sink.add(`layer${layer}.${name}.weight`, 'float', [hidden], await read(`l${layer}.${source}.w`))
    await sink.add(`layer${layer}.${name}.bias`, 'float', [hidden], await read(`l${layer}.${source}.b`))
  }
  // One product for query, key and value: the input is then quantised once instead of three times.
  await linear('qkv', ['q', 'k', 'v'], hidden)
  await linear('attentionOut', ['ao'], hidden)
  await linear('inner', ['fi'], hidden)
  await linear('outer', ['fo'], inner)
  await norm('attentionNorm', 'aln')
  await norm('outputNorm', 'oln')
}

async function addLinear(
  sink: TensorSink,
  name: string,
  weights: Uint8Array,
  bias: Uint8Array,
  inputSize: number,
): Promise<void> {
  const { nibbles, scales } = repackBlocks(weights)
  const blocks = inputSize / BLOCK_WEIGHTS
  const outputSize = scales.length / blocks
  await sink.add(`${name}.nibbles`, 'uint8', [outputSize, blocks, BLOCK_WEIGHTS / 2], nibbles)
  await sink.add(`${name}.scales`, 'float', [outputSize * blocks], bytesOf(scales))
  await sink.add(`${name}.bias`, 'float', [outputSize], bias)
}

const floats = (bytes: Uint8Array): Float32Array =>
  new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4)

const bytesOf = (values: Float32Array): Uint8Array =>
  new Uint8Array(values.buffer, values.byteOffset, values.byteLength)

function addToRows(matrix: Float32Array, row: Float32Array): Float32Array {
  return matrix.map((value, index) => value + row[index % row.length]!)
}
