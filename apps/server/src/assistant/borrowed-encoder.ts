import { type Encoder, EncoderUnavailableError, type Encoding } from '@parley/inference'
import type { ToReadingThread } from './reading-wire'

type Settlement = Extract<ToReadingThread, { type: 'encoded' | 'not-encoded' }>

/** The server's encoder as one explanation in the reading thread sees it: by messages, one list of texts at a time. */
export class BorrowedEncoder implements Pick<Encoder, 'id' | 'encode'> {
  private waiting: { resolve(encodings: Encoding[]): void; reject(error: Error): void } | undefined

  constructor(
    readonly id: string,
    private readonly ask: (texts: readonly string[]) => void,
  ) {}

  encode(texts: readonly string[]): Promise<Encoding[]> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
      this.ask(texts)
    })
  }

  settle(settlement: Settlement): void {
    const { waiting } = this
    this.waiting = undefined
    if (settlement.type === 'encoded') waiting?.resolve([...settlement.encodings])
    else waiting?.reject(settlement.isUnavailable ? unavailable(settlement.reason) : new Error(settlement.reason))
  }
}

const unavailable = (reason: string) => new EncoderUnavailableError(reason)
