import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'
import { promisify } from 'node:util'
import { BackupError } from './backup-format'

/*
 * Encryption by passphrase: scrypt (RFC 7914) makes the key, AES-256-GCM seals pieces of 64 KiB, each under the next
 * nonce, whose last byte tells the final piece from the others (the STREAM construction, as age uses it): pieces cannot
 * be swapped, left out or cut off unnoticed. On disk: magic, salt, then sealed pieces with their tags.
 */

const MAGIC = Buffer.from('parley-sealed-1\n')
const SALT_BYTES = 16
const HEAD_BYTES = MAGIC.length + SALT_BYTES
const PIECE_BYTES = 64 * 1024
const TAG_BYTES = 16

export const isSealed = (beginning: Buffer): boolean => beginning.subarray(0, MAGIC.length).equals(MAGIC)

/** 128 MiB and about half a second: what guessing a passphrase costs, each time. */
const deriveKey = (passphrase: string, salt: Buffer): Promise<Buffer> =>
  promisify<string, Buffer, number, object, Buffer>(scrypt)(passphrase.normalize('NFKC'), salt, 32, {
    ...{ N: 2 ** 17, r: 8, p: 1 },
    maxmem: 256 * 1024 * 1024,
  })

function nonceOf(piece: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeBigUInt64BE(BigInt(piece), 3)
  nonce[11] = isLast ? 1 : 0
  return nonce
}

/** Cuts a stream into pieces of one size; the last one is told apart when the stream ends. */
abstract class Pieces extends Transform {
  private waiting = Buffer.alloc(0)
  private piece = 0

  constructor(private readonly size: number) {
    super()
  }

  protected abstract turn(bytes: Buffer, nonce: Buffer): Buffer

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.attempt(done, () => {
      this.waiting = Buffer.concat([this.waiting, chunk])
      // One byte more than a piece must be there: what is the last one is only known at the end.
      while (this.waiting.length > this.size) {
        this.push(this.turn(this.waiting.subarray(0, this.size), this.next(false)))
        this.waiting = this.waiting.subarray(this.size)
      }
    })
  }

  override _flush(done: TransformCallback): void {
    this.attempt(done, () => this.push(this.turn(this.waiting, this.next(true))))
  }

  private next(isLast: boolean): Buffer {
    this.piece += 1
    return nonceOf(this.piece, isLast)
  }

  private attempt(done: TransformCallback, work: () => void): void {
    try {
      work()
      done()
    } catch (error) {
      done(error as Error)
    }
  }
}

class Sealing extends Pieces {
  constructor(
    private readonly key: Buffer,
    salt: Buffer,
  ) {
    super(PIECE_BYTES)
    this.push(Buffer.concat([MAGIC, salt]))
  }

  protected turn(bytes: Buffer, nonce: Buffer): Buffer {
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce)
    return Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  }
}

class Opening extends Pieces {
  private hasOpened = false

  constructor(private readonly key: Buffer) {
    super(PIECE_BYTES + TAG_BYTES)
  }

  protected turn(bytes: Buffer, nonce: Buffer): Buffer {
    if (bytes.length < TAG_BYTES) throw new BackupError('damaged')
    const decipher = createDecipheriv('aes-256-gcm', this.key, nonce)
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_BYTES))
    try {
      const plain = Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - TAG_BYTES)), decipher.final()])
      this.hasOpened = true
      return plain
    } catch (cause) {
      throw new BackupError(this.hasOpened ? 'damaged' : 'wrong_passphrase', '', { cause })
    }
  }
}

export async function createSealing(passphrase: string): Promise<Transform> {
  const salt = randomBytes(SALT_BYTES)
  return new Sealing(await deriveKey(passphrase, salt), salt)
}

/** @param head the first `SEALED_HEAD_BYTES` of the stream; the stream that is opened begins behind them. */
export async function createOpening(passphrase: string, head: Buffer): Promise<Transform> {
  return new Opening(await deriveKey(passphrase, head.subarray(MAGIC.length, HEAD_BYTES)))
}

export const SEALED_HEAD_BYTES = HEAD_BYTES
