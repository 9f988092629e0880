/**
 * The few encoding rules of Protocol Buffers that an ONNX file needs
 * (https://protobuf.dev/programming-guides/encoding/). A message is the concatenation of its fields.
 */
const VARINT = 0
const LENGTH_DELIMITED = 2
const FIXED32 = 5

function varint(value: number): Uint8Array {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not an unsigned integer: ${value}`)
  const bytes: number[] = []
  let rest = value
  // Division, not shifts: offsets may lie above 2^31.
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80)
    rest = Math.floor(rest / 0x80)
  }
  bytes.push(rest)
  return Uint8Array.from(bytes)
}

const key = (field: number, wireType: number): Uint8Array => varint(field * 8 + wireType)

export function concatBytes(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

/** An int64 or enum field; ONNX uses no negative numbers where this project writes them, −1 excepted. */
export function integerField(field: number, value: number): Uint8Array {
  return concatBytes([key(field, VARINT), value < 0 ? signedVarint(value) : varint(value)])
}

/** Negative int64 values are ten bytes of two's complement. */
function signedVarint(value: number): Uint8Array {
  const bytes = new Uint8Array(10)
  let rest = BigInt.asUintN(64, BigInt(value))
  for (let index = 0; index < 10; index++) {
    bytes[index] = Number(rest & 0x7fn) | (index < 9 ? 0x80 : 0)
    rest >>= 7n
  }
  return bytes
}

export function bytesField(field: number, value: Uint8Array): Uint8Array {
  return concatBytes([key(field, LENGTH_DELIMITED), varint(value.length), value])
}

export function stringField(field: number, value: string): Uint8Array {
  return bytesField(field, Buffer.from(value, 'utf8'))
}

export function floatField(field: number, value: number): Uint8Array {
  const number = new Uint8Array(4)
  new DataView(number.buffer).setFloat32(0, value, true)
  return concatBytes([key(field, FIXED32), number])
}

export function messageField(field: number, ...parts: readonly Uint8Array[]): Uint8Array {
  return bytesField(field, concatBytes(parts))
}
