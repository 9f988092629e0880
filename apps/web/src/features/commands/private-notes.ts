import type { ChannelId, Citation, Event, MessageId, SaidSentence, StructuredQuery, UserId } from '@parley/protocol'

/** Something in a conversation that its reader alone sees, until they put it away or load the page anew. */
export interface PrivateNote {
  readonly id: string
  readonly channelId: ChannelId
  readonly threadId: MessageId | null
  readonly authorId: UserId
  /** Of an integration's command. */
  readonly invocationId: string | null
  /** What it answers; empty until that is known. */
  readonly asked: string
  /** null: it is still to come. */
  readonly answer: string | null
  readonly citations: readonly Citation[]
  /** What people wrote that it rests on. */
  readonly said?: readonly SaidSentence[] | undefined
  /** Of an answer of the assistant: the question as it was read. */
  readonly query?: StructuredQuery | undefined
}

type Asked = Pick<PrivateNote, 'channelId' | 'threadId' | 'authorId' | 'asked'>

/** A conversation is no place for a hundred of them. */
const MOST_KEPT = 20

/** The notes of this page. Of a command that was given they say that its answer is to come, and then the answer. */
export class PrivateNotes {
  private notes: readonly PrivateNote[] = []
  /** Invocations that were answered: the answer may be faster than the command's own. */
  private readonly answered = new Set<string>()
  private readonly listeners = new Set<() => void>()

  readonly get = (): readonly PrivateNote[] => this.notes

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  add(note: PrivateNote): void {
    this.set([...this.notes.filter(({ id }) => id !== note.id), note].slice(-MOST_KEPT))
  }

  /** An integration's command was given. */
  await(invocationId: string, asked: Asked): void {
    if (!this.answered.has(invocationId)) {
      this.add({ ...asked, id: invocationId, invocationId, answer: null, citations: [] })
      return
    }
    const isIts = (note: PrivateNote) => note.invocationId === invocationId
    this.set(this.notes.map((note) => (isIts(note) ? { ...note, asked: asked.asked } : note)))
  }

  dismiss(noteId: string): void {
    this.set(this.notes.filter(({ id }) => id !== noteId))
  }

  /** Its reader has signed out: whoever signs in next on this page is not to see them. */
  forgetAll(): void {
    this.answered.clear()
    if (this.notes.length > 0) this.set([])
  }

  take(events: readonly Event[]): void {
    for (const event of events) {
      if (event.type === 'command-answered') this.answer(event)
      // Said before the whole channel: the message itself is the answer.
      if (event.type === 'message-created') this.settle(invocationOf(event.message.clientMessageId))
    }
  }

  private answer({ answerId, answer }: Extract<Event, { type: 'command-answered' }>): void {
    if (!answer) return
    const { invocationId, botId: authorId, channelId, threadId, text } = answer
    const asked = this.notes.find((note) => note.invocationId === invocationId)?.asked ?? ''
    this.settle(invocationId)
    const said = { answer: text, asked, citations: [] }
    this.add({ id: answerId, invocationId, channelId, threadId, authorId, ...said })
  }

  private settle(invocationId: string | undefined): void {
    if (!invocationId) return
    this.answered.add(invocationId)
    this.dismiss(invocationId)
  }

  private set(notes: readonly PrivateNote[]): void {
    this.notes = notes
    for (const listener of this.listeners) listener()
  }
}

/** As the server names the messages that answer an invocation. */
const invocationOf = (clientMessageId: string): string | undefined => /^answer-(.{36})-\d+$/.exec(clientMessageId)?.[1]
