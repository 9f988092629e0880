import { bytesField, concatBytes, floatField, integerField, messageField, stringField } from './protobuf'

/**
 * Writes ONNX models (field numbers: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).
 * Tensors lie inside the file or, for large weights, in a second file that ONNX Runtime maps into memory.
 */
const onnxType = { float: 1, uint8: 2, int8: 3, int32: 6, int64: 7, int4: 22 } as const
export type OnnxType = keyof typeof onnxType

export type Attribute = number | string | { readonly float: number }

export interface OnnxNode {
  readonly operator: string
  /** `com.microsoft` for ONNX Runtime's own operators, absent for the standard ones. */
  readonly domain?: string
  /** An empty name leaves an optional input out. */
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly attributes?: Readonly<Record<string, Attribute>>
}

export interface OnnxValue {
  readonly name: string
  readonly type: OnnxType
  /** A word is a size known only when the model runs. */
  readonly shape: readonly (number | string)[]
}

export interface ExternalRange {
  readonly file: string
  readonly offset: number
  readonly length: number
}

export interface OnnxTensor {
  readonly name: string
  readonly type: OnnxType
  readonly shape: readonly number[]
  readonly data: Uint8Array | ExternalRange
}

export interface OnnxGraph {
  readonly name: string
  readonly nodes: readonly OnnxNode[]
  readonly inputs: readonly OnnxValue[]
  readonly outputs: readonly OnnxValue[]
  readonly tensors: readonly OnnxTensor[]
}

const IR_VERSION = 10
const STANDARD_OPERATORS = 21
const MICROSOFT_OPERATORS = 1
const ATTRIBUTE_FLOAT = 1
const ATTRIBUTE_INT = 2
const ATTRIBUTE_STRING = 3

export function writeOnnxModel(graph: OnnxGraph): Uint8Array {
  return concatBytes([
    integerField(1, IR_VERSION),
    stringField(2, 'parley'),
    messageField(7, ...graphParts(graph)),
    messageField(8, stringField(1, ''), integerField(2, STANDARD_OPERATORS)),
    messageField(8, stringField(1, 'com.microsoft'), integerField(2, MICROSOFT_OPERATORS)),
  ])
}

/** More outputs of a model: appended to its file they become its own. */
export const writeOutputs = (outputs: readonly OnnxValue[]): Uint8Array =>
  messageField(7, ...outputs.map((value) => messageField(12, ...valueParts(value))))

function graphParts(graph: OnnxGraph): Uint8Array[] {
  return [
    ...graph.nodes.map((node, index) => messageField(1, ...nodeParts(node, index))),
    stringField(2, graph.name),
    ...graph.tensors.map((tensor) => messageField(5, ...tensorParts(tensor))),
    ...graph.inputs.map((value) => messageField(11, ...valueParts(value))),
    ...graph.outputs.map((value) => messageField(12, ...valueParts(value))),
  ]
}

function nodeParts(node: OnnxNode, index: number): Uint8Array[] {
  return [
    ...node.inputs.map((name) => stringField(1, name)),
    ...node.outputs.map((name) => stringField(2, name)),
    stringField(3, `${node.operator}_${index}`),
    stringField(4, node.operator),
    ...Object.entries(node.attributes ?? {}).map(([name, value]) => messageField(5, ...attributeParts(name, value))),
    stringField(7, node.domain ?? ''),
  ]
}

function attributeParts(name: string, value: Attribute): Uint8Array[] {
  if (typeof value === 'number') return [stringField(1, name), integerField(3, value), integerField(20, ATTRIBUTE_INT)]
  if (typeof value === 'string')
    return [stringField(1, name), stringField(4, value), integerField(20, ATTRIBUTE_STRING)]
  return [stringField(1, name), floatField(2, value.float), integerField(20, ATTRIBUTE_FLOAT)]
}

function valueParts(value: OnnxValue): Uint8Array[] {
  const dimensions = value.shape.map((size) =>
    messageField(1, typeof size === 'number' ? integerField(1, size) : stringField(2, size)),
  )
  const tensorType = messageField(1, integerField(1, onnxType[value.type]), messageField(2, ...dimensions))
  return [stringField(1, value.name), messageField(2, tensorType)]
}

function tensorParts(tensor: OnnxTensor): Uint8Array[] {
  return [
    ...tensor.shape.map((size) => integerField(1, size)),
    integerField(2, onnxType[tensor.type]),
    stringField(8, tensor.name),
    ...(tensor.data instanceof Uint8Array ? [bytesField(9, tensor.data)] : externalParts(tensor.data)),
  ]
}

function externalParts(range: ExternalRange): Uint8Array[] {
  const entry = (name: string, value: string | number) =>
    messageField(13, stringField(1, name), stringField(2, String(value)))
  const EXTERNAL = 1
  return [
    entry('location', range.file),
    entry('offset', range.offset),
    entry('length', range.length),
    integerField(14, EXTERNAL),
  ]
}
