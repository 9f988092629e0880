import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { ParleyError } from '@parley/protocol'

export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16
const PREFIX = 'sealed1:'

/** The row that a secret belongs to: put into another one, it does not open. */
export interface SecretPlace {
  readonly table: 'outgoing_hooks' | 'slash_commands' | 'document_sources' | 'push_keys'
  readonly id: string
}

interface Key {
  readonly id: string
  readonly bytes: Buffer
}

/**
 * Seals what Parley has to know as it is, to sign by it or to sign in with it, and what a stolen database must not tell:
 * AES-256-GCM under a key that lies elsewhere. In a row: `sealed1:<key's id>:<nonce, ciphertext, tag>`.
 */
export class SecretBox {
  private readonly current: Key
  private readonly keys: readonly Key[]

  /** @param keys of 32 bytes; the first one seals, the others only open. */
  constructor(keys: readonly Buffer[]) {
    this.keys = keys.map((bytes) => ({ id: idOf(bytes), bytes }))
    const [first] = this.keys
    if (!first) throw new Error('secrets need a key')
    this.current = first
  }

  seal(secret: string, place: SecretPlace): string {
    const nonce = randomBytes(NONCE_BYTES)
    const cipher = createCipheriv('aes-256-gcm', this.current.bytes, nonce).setAAD(asBytes(place))
    const sealed = Buffer.concat([nonce, cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()])
    return `${PREFIX}${this.current.id}:${sealed.toString('base64url')}`
  }

  /** @throws ParleyError `secret_unreadable` */
  open(stored: string, place: SecretPlace): string {
    const [keyId, sealed = ''] = stored.slice(PREFIX.length).split(':')
    const key = isSealed(stored) && this.keys.find(({ id }) => id === keyId)
    if (!key) throw new ParleyError('secret_unreadable')
    try {
      return decipher(Buffer.from(sealed, 'base64url'), key.bytes, place)
    } catch (cause) {
      throw new ParleyError('secret_unreadable', {}, { cause })
    }
  }

  /** What stands in a row from before there were keys is its own secret; undefined: it is as it should be. */
  renew(stored: string, place: SecretPlace): string | undefined {
    if (stored.startsWith(`${PREFIX}${this.current.id}:`)) return undefined
    return this.seal(isSealed(stored) ? this.open(stored, place) : stored, place)
  }
}

const isSealed = (stored: string): boolean => stored.startsWith(PREFIX)

const idOf = (key: Buffer): string =>
  createHash('sha256').update('parley secret key\n').update(key).digest('hex').slice(0, 8)

const asBytes = ({ table, id }: SecretPlace): Buffer => Buffer.from(`${table} ${id}`)

function decipher(sealed: Buffer, key: Buffer, place: SecretPlace): string {
  const end = sealed.length - TAG_BYTES
  const opening = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  opening.setAAD(asBytes(place)).setAuthTag(sealed.subarray(end))
  return opening.update(sealed.subarray(NONCE_BYTES, end), undefined, 'utf8') + opening.final('utf8')
}
