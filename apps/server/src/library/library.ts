import { setTimeout as delay } from 'node:timers/promises'
import type { Answer, TalkAnswer, TuningReport } from '@parley/knowledge'
import { readWeights } from '../store/collection-weights'
import type { Database } from '../store/database'
import { documentsWithin } from './documents-within'
import { LibraryLostError, type LibraryThread } from './library-thread'
import type { AddedDocument, LibraryQuestion, LogToReplay, NewDocument, TalkToJudge } from './library-wire'

/** A library that is being filled again is waited for so long; a question has no use for a later answer. */
const PATIENCE_MS = 10_000
/** Documents may be removed while an answer is made of them: then it is made again, so often. */
const ATTEMPTS = 3

/** The documents of the workspace as commands and the assistant see them; the work is done in a thread. */
export class Library {
  constructor(
    private readonly thread: Pick<LibraryThread, 'call'>,
    private readonly rows: Database,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /**
   * An answer from these collections and nothing else, and of these from what the question limits itself to: the thread
   * searches nothing else, and every citation is asked of the database before it is given out.
   *
   * @throws EncoderUnavailableError when there is an encoder and it cannot compute.
   */
  async answer(asked: LibraryQuestion, timeZone = 'UTC'): Promise<Answer> {
    const documentIds = await documentsWithin(this.rows, asked, timeZone)
    const weights = await readWeights(this.rows, asked.collectionIds)
    const question = { ...asked, weights, ...(documentIds && { documentIds }) }
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const answer = await this.ask(question)
      const cited = answer.citations.map(({ documentId }) => documentId)
      if (await this.areReadable(cited, question.collectionIds)) return answer
    }
    return notKnownNow(question)
  }

  /** What answers among the messages that were found: judged in the thread, beside the event loop. */
  askTalk(talk: TalkToJudge): Promise<TalkAnswer> {
    return this.patiently(this.thread.call('askTalk', talk), NOTHING_SAID)
  }

  /** How words and meaning would rank best what is in a collection; changes nothing. */
  tune(log: LogToReplay): Promise<TuningReport> {
    return this.thread.call('tune', log)
  }

  /**
   * Takes a document in; it is findable when this resolves.
   *
   * @throws ParleyError, see `unreadable.ts`
   */
  add(document: NewDocument): Promise<AddedDocument> {
    return this.thread.call('add', document)
  }

  /** Forgets a document whose row is gone; no answer rests on it when this resolves. */
  async remove(documentId: string): Promise<void> {
    await this.thread.call('remove', { documentId })
  }

  /** Finds a stored document again that it was told to forget. */
  async restore(documentId: string): Promise<void> {
    await this.thread.call('restore', { documentId })
  }

  /** From now on the readers of that collection find it, and nobody else. */
  async move(documentId: string, collectionId: string): Promise<void> {
    await this.thread.call('move', { documentId, collectionId })
  }

  /** Whether all these documents are there and in these collections, now. */
  async areReadable(documentIds: readonly string[], collectionIds: readonly string[]): Promise<boolean> {
    const wanted = [...new Set(documentIds)]
    if (wanted.length === 0) return true
    if (collectionIds.length === 0) return false
    const readable = await this.rows
      .selectFrom('documents')
      .select('id')
      .where('id', 'in', wanted)
      .where('collection_id', 'in', collectionIds)
      .where('outdated_at', 'is', null)
      .execute()
    return readable.length === wanted.length
  }

  private ask(question: LibraryQuestion): Promise<Answer> {
    return this.patiently(this.thread.call('answer', question), notKnownNow(question))
  }

  /** What the thread answers; `otherwise` when it is lost, or takes longer than anybody waits. */
  private async patiently<Result>(asked: Promise<Result>, otherwise: Result): Promise<Result> {
    const settled = new AbortController()
    const patience = delay(this.patienceMs, otherwise, { signal: settled.signal, ref: false })
    patience.catch(() => undefined)
    try {
      return await Promise.race([asked, patience])
    } catch (error) {
      if (error instanceof LibraryLostError) return otherwise
      throw error
    } finally {
      settled.abort()
    }
  }
}

const NOTHING_SAID: TalkAnswer = { kind: 'unknown', quotes: [], experts: [], confidence: 0 }

/** Nothing is known while the library is away, which says nothing about what stands in it. */
function notKnownNow({ language }: LibraryQuestion): Answer {
  return { kind: 'unknown', text: '', language, confidence: 0, citations: [], reasons: ['library-away'] }
}
