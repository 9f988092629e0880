import type { EphemeralFrame, Event } from '@parley/protocol'

/**
 * Events of one stream for any number of receivers, encoded once for all (and once for all guests), when the first
 * socket needs the bytes.
 */
export interface Delivery {
  readonly events: readonly Event[]
  /** One WebSocket text frame an event, in order. */
  readonly bytes: Buffer
  /** Likewise, as guests get them. */
  readonly guestBytes: Buffer
}

export function deliveryOf(events: readonly Event[]): Delivery {
  let bytes: Buffer | undefined
  let guestBytes: Buffer | undefined
  return {
    events,
    get bytes() {
      bytes ??= encodeFrames(events)
      return bytes
    },
    get guestBytes() {
      const isSameForAll = !events.some(({ type }) => type === 'user-saved' || type === 'group-saved')
      guestBytes ??= isSameForAll ? this.bytes : encodeFrames(events.map(asGuestsGetIt))
      return guestBytes
    },
  }
}

/** A guest may not know everybody: they hear that somebody changed, and read the state afresh when they know them. */
function asGuestsGetIt(event: Event): Event {
  if (event.type === 'user-saved') {
    const { user, ...placed } = event
    return { ...placed, type: 'user-changed', userId: user.id }
  }
  if (event.type !== 'group-saved') return event
  const { group, ...placed } = event
  return { ...placed, type: 'group-changed', groupId: group.id }
}

/** What has no number, for any number of receivers. */
export const encodeEphemeral = (frame: EphemeralFrame): Buffer => Buffer.concat(encodeTextFrame(JSON.stringify(frame)))

function encodeFrames(events: readonly Event[]): Buffer {
  return Buffer.concat(events.flatMap((event) => encodeTextFrame(JSON.stringify(event))))
}

/** A server's text frame (RFC 6455, section 5.2): not masked, not compressed, so the same for every receiver. */
function encodeTextFrame(text: string): Buffer[] {
  const payload = Buffer.from(text)
  return [frameHeader(payload.length), payload]
}

const FINAL_TEXT = 0x81

function frameHeader(length: number): Buffer {
  if (length < 126) return Buffer.from([FINAL_TEXT, length])
  if (length < 65_536) return Buffer.from([FINAL_TEXT, 126, length >> 8, length & 0xff])
  const header = Buffer.alloc(10)
  header[0] = FINAL_TEXT
  header[1] = 127
  header.writeBigUInt64BE(BigInt(length), 2)
  return header
}
