import { Conversations } from './assistant/converse'
import { curationReader } from './assistant/ground'
import { QuestionLog } from './assistant/question-log'
import { createSuggesting } from './assistant/suggestions/suggesting'
import type { createDelivery } from './create-delivery'
import { DueWorker } from './jobs/due-worker'
import { Library } from './library/library'
import type { LibraryThread } from './library/library-thread'
import type { ParleyOptions } from './parley-options'

interface Grounds {
  readonly options: ParleyOptions
  readonly delivery: Pick<ReturnType<typeof createDelivery>, 'store' | 'directory'>
  readonly libraryThread: LibraryThread
  readonly questionDays: number
  readonly now: () => Date
  readonly onError: (error: unknown) => void
}

/** What answers, asked and unasked, and notes what it was asked. */
export function createConversing({ options, delivery, libraryThread, questionDays, now, onError }: Grounds) {
  const { store, directory } = delivery
  const { comprehension, encoder } = options.engine
  const library = new Library(libraryThread, store.rows)
  const reader = () => curationReader({ store, encoder })
  const questionLog = new QuestionLog({ reader, onError })
  const noting = { questionLog: questionDays > 0 ? questionLog : null }
  const conversations = new Conversations({ store, directory, library, comprehension, encoder, ...noting })
  const work = createSuggesting({ store, directory, conversations, reader, ...noting })
  const suggesting = new DueWorker({ work, now, onError })
  return { library, questionLog, conversations, suggesting }
}
