import type { Reply, TurnCapabilities, TurnResult } from '@parley/dialogue'
import type { SaidSentence } from '@parley/protocol'

/** What a reply rests on may be deleted while it is made: then it is made again, so often. */
const ATTEMPTS = 3

export interface GroundedTurn extends TurnResult {
  /** What people wrote that the reply rests on, as it stands now. */
  readonly quotes: readonly SaidSentence[]
}

export interface TurnToGround {
  readonly capabilities: TurnCapabilities
  /** Changes nothing: it may be taken again. */
  take(capabilities: TurnCapabilities): Promise<TurnResult>
  /** What a reply quotes of people; null when something that it rests on is gone. */
  readGround(reply: Reply): Promise<readonly SaidSentence[] | null>
}

/** A turn whose reply rests on what is still there. What goes again and again is not answered from: nothing is known. */
export async function takeGroundedTurn({ capabilities, take, readGround }: TurnToGround): Promise<GroundedTurn> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const taken = await take(capabilities)
    const quotes = await readGround(taken.reply)
    if (quotes) return { ...taken, quotes }
  }
  return { ...(await take(withoutGround(capabilities))), quotes: [] }
}

const withoutGround = ({ findReceiver }: TurnCapabilities): TurnCapabilities => ({
  answer: async (_, language) => ({ kind: 'unknown', text: '', language, confidence: 0, citations: [], reasons: [] }),
  askTalk: async () => ({ kind: 'unknown', confidence: 0, said: [], experts: [] }),
  findReceiver,
})
