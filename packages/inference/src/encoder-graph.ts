import type { E5Header } from './e5s1-file'
import type { OnnxGraph, OnnxNode, OnnxTensor } from './onnx-model'

/**
 * The encoder as an ONNX graph: BERT (Devlin et al. 2019, post-norm, GELU) on ONNX Runtime's 4-bit operators.
 *
 * Inputs: `ids` [batch, length] int64, `lengths` [batch] int32, `pooling` [batch, means, length] f32, the weight of each
 * token in each mean (for the whole text 1 / length for real tokens, 0 for padding). Outputs: `pooled`
 * [batch, layers × means, hidden], the means of a layer side by side, and the token states of two layers; ONNX Runtime
 * computes only what is fetched.
 */

/** Part of the cached file's name: raise it with every change to the graph. */
export const GRAPH_VERSION = 2
/** Part of the encoder's id: raise it with every change to the numbers that the graph gives for a text. */
export const FEATURES_VERSION = 1
/** Layers whose mean states are given out, counted from 1. */
export const POOLED_LAYERS = [6, 8, 10, 12] as const
/** Layers whose token states can be fetched. */
const TOKEN_STATE_LAYERS = [8, 12] as const

const MICROSOFT = 'com.microsoft'
/** Activations are quantised to 8 bits block by block, which the CPU's integer instructions multiply fastest. */
const INT8_ACTIVATIONS = 4

/** Names of the tensors that the graph reads; `weights` are pairs `<name>.nibbles` and `<name>.scales`. */
export function buildEncoderGraph(header: E5Header, tensors: readonly OnnxTensor[]): OnnxGraph {
  const layers = Array.from({ length: header.layerCount }, (_, index) => layerNodes(header, index))
  const hidden = header.hiddenSize
  return {
    name: 'encoder',
    nodes: [...embeddingNodes(header), ...layers.flat(), ...poolingNodes()],
    inputs: [
      { name: 'ids', type: 'int64', shape: ['batch', 'length'] },
      { name: 'lengths', type: 'int32', shape: ['batch'] },
      { name: 'pooling', type: 'float', shape: ['batch', 'means', 'length'] },
    ],
    outputs: [
      { name: 'pooled', type: 'float', shape: ['batch', 'pooledMeans', hidden] },
      ...TOKEN_STATE_LAYERS.map((layer) => ({
        name: statesAfter(layer),
        type: 'float' as const,
        shape: ['batch', 'length', hidden],
      })),
    ],
    tensors: [...tensors, integers('zero', [0]), integers('positionAxis', [0])],
  }
}

/** Hidden states [batch, length, hidden] after so many layers. */
export const statesAfter = (layerCount: number): string => `states${layerCount}`

function embeddingNodes(header: E5Header): OnnxNode[] {
  return [
    {
      operator: 'GatherBlockQuantized',
      domain: MICROSOFT,
      inputs: ['words.nibbles', 'ids', 'words.scales'],
      outputs: ['words'],
      attributes: { gather_axis: 0, quantize_axis: 1, block_size: header.blockSize },
    },
    { operator: 'Shape', inputs: ['ids'], outputs: ['length'], attributes: { start: 1, end: 2 } },
    { operator: 'Slice', inputs: ['positions', 'zero', 'length', 'positionAxis'], outputs: ['placed'] },
    { operator: 'Add', inputs: ['words', 'placed'], outputs: ['embedded'] },
    {
      operator: 'LayerNormalization',
      inputs: ['embedded', 'embedding.norm.weight', 'embedding.norm.bias'],
      outputs: [statesAfter(0)],
      attributes: { axis: -1, epsilon: { float: header.layerNormEpsilon } },
    },
  ]
}

function layerNodes(header: E5Header, index: number): OnnxNode[] {
  const { hiddenSize: hidden, feedForwardSize: inner } = header
  const at = (name: string): string => `layer${index}.${name}`
  const input = statesAfter(index)
  return [
    linear(at('qkv'), input, hidden, 3 * hidden, header.blockSize),
    {
      operator: 'Split',
      inputs: [at('qkv')],
      outputs: [at('q'), at('k'), at('v')],
      attributes: { axis: -1, num_outputs: 3 },
    },
    {
      operator: 'MultiHeadAttention',
      domain: MICROSOFT,
      inputs: [at('q'), at('k'), at('v'), '', 'lengths'],
      outputs: [at('attended')],
      attributes: { num_heads: header.headCount },
    },
    linear(at('attentionOut'), at('attended'), hidden, hidden, header.blockSize),
    addAndNormalise(at('attentionNorm'), [input, at('attentionOut')], at('middle'), header),
    linear(at('inner'), at('middle'), hidden, inner, header.blockSize),
    { operator: 'Gelu', domain: MICROSOFT, inputs: [at('inner')], outputs: [at('activated')] },
    linear(at('outer'), at('activated'), inner, hidden, header.blockSize),
    addAndNormalise(at('outputNorm'), [at('middle'), at('outer')], statesAfter(index + 1), header),
  ]
}

function linear(name: string, input: string, inputSize: number, outputSize: number, blockSize: number): OnnxNode {
  return {
    operator: 'MatMulNBits',
    domain: MICROSOFT,
    inputs: [input, `${name}.nibbles`, `${name}.scales`, '', '', `${name}.bias`],
    outputs: [name],
    attributes: { K: inputSize, N: outputSize, bits: 4, block_size: blockSize, accuracy_level: INT8_ACTIVATIONS },
  }
}

function addAndNormalise(name: string, inputs: [string, string], output: string, header: E5Header): OnnxNode {
  return {
    operator: 'SkipLayerNormalization',
    domain: MICROSOFT,
    inputs: [...inputs, `${name}.weight`, `${name}.bias`],
    outputs: [output],
    attributes: { epsilon: { float: header.layerNormEpsilon } },
  }
}

/** Mean pooling as a product with rows of weights, so that what is outside a mean weighs nothing. */
function poolingNodes(): OnnxNode[] {
  const means = POOLED_LAYERS.map((layer) => ({
    operator: 'MatMul',
    inputs: ['pooling', statesAfter(layer)],
    outputs: [`mean${layer}`],
  }))
  const names = POOLED_LAYERS.map((layer) => `mean${layer}`)
  return [...means, { operator: 'Concat', inputs: names, outputs: ['pooled'], attributes: { axis: 1 } }]
}

function integers(name: string, values: readonly number[]): OnnxTensor {
  const data = new Uint8Array(BigInt64Array.from(values, BigInt).buffer)
  return { name, type: 'int64', shape: [values.length], data }
}
