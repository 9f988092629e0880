import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

const NONCE_CHARACTERS = 22

/**
 * What a browser keeps to show that somebody has signed in with it before: a random number, and its signature for that
 * account. It opens nothing; it only tells the account's own browsers from strangers who guess.
 */
export class KnownDevices {
  /** @param keys of 32 bytes; the first one signs, the others are believed. */
  constructor(private readonly keys: readonly Buffer[]) {}

  issue(email: string): string {
    const nonce = randomBytes(16).toString('base64url')
    return nonce + sign(this.keys[0] ?? Buffer.alloc(0), nonce, email)
  }

  isKnown(device: string, email: string): boolean {
    const nonce = device.slice(0, NONCE_CHARACTERS)
    const shown = Buffer.from(device.slice(NONCE_CHARACTERS))
    return this.keys.some((key) => {
      const signature = Buffer.from(sign(key, nonce, email))
      return shown.length === signature.length && timingSafeEqual(shown, signature)
    })
  }
}

const sign = (key: Buffer, nonce: string, email: string): string =>
  createHmac('sha256', key).update(`parley known device\n${nonce}\n${email.trim().toLowerCase()}`).digest('base64url')
