import type { CurationReader } from '../queries/nearest-answers'
import type { Said, StoredReply } from './converse'
import { noteQuestion } from './note-question'

export interface QuestionLogOptions {
  readonly reader: () => CurationReader
  readonly onError: (error: unknown) => void
}

/** Notes what was asked beside the turns: no reply waits for its note, and none fails with it. */
export class QuestionLog {
  /** One after the other: whoever asks for a person is noted with the question before. */
  private last: Promise<void> = Promise.resolve()

  constructor(private readonly options: QuestionLogOptions) {}

  note(said: Said, reply: StoredReply): void {
    const reader = this.options.reader()
    this.last = this.last.then(() => noteQuestion(reader, said, reply)).catch(this.options.onError)
  }

  /** Resolves when what was asked until now is noted. */
  settled(): Promise<void> {
    return this.last
  }
}
