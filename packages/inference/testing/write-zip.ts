import { crc32 } from 'node:zlib'

/** A zip archive of stored files (APPNOTE.TXT 4.3), for wheels small enough to write in a test. */
export function writeZip(files: Readonly<Record<string, Uint8Array>>): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, data] of Object.entries(files)) {
    const part = Buffer.concat([header(0x04034b50, name, data), Buffer.from(name), data])
    central.push(Buffer.concat([header(0x02014b50, name, data, offset), Buffer.from(name)]))
    local.push(part)
    offset += part.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(central.length, 8)
  end.writeUInt16LE(central.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}

function header(signature: number, name: string, data: Uint8Array, offset?: number): Buffer {
  const isCentral = offset !== undefined
  const bytes = Buffer.alloc(isCentral ? 46 : 30)
  bytes.writeUInt32LE(signature, 0)
  const shared = isCentral ? 6 : 4
  bytes.writeUInt16LE(20, shared)
  bytes.writeUInt32LE(crc32(data), shared + 10)
  bytes.writeUInt32LE(data.length, shared + 14)
  bytes.writeUInt32LE(data.length, shared + 18)
  bytes.writeUInt16LE(Buffer.byteLength(name), shared + 22)
  if (isCentral) bytes.writeUInt32LE(offset, 42)
  return bytes
}
