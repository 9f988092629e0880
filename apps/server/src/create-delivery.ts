import type { Pool } from 'pg'
import { Directory } from './assistant/directory'
import type { FileServices } from './files/file-services'
import { GraphReader } from './graph/graph-reader'
import { createClaimExpiry } from './jobs/claim-expiry'
import { DueWorker } from './jobs/due-worker'
import { FileSweeper } from './jobs/file-sweeper'
import { createQuestionExpiry } from './jobs/question-expiry'
import { createStatusExpiry } from './jobs/status-expiry'
import { createSuspensionExpiry } from './jobs/suspension-expiry'
import { Push } from './notifications/push'
import type { PushOptions } from './notifications/push-options'
import { createCatchUp } from './realtime/catch-up'
import { EventFeed } from './realtime/event-feed'
import type { SecretBox } from './secrets/secret-box'
import { createDatabase, type Database } from './store/database'
import { readEvents, readLastSeqs } from './store/read-events'
import { SearchIndexer } from './store/search-indexer'
import { createStorageGuard } from './store/storage-guard'
import { createStore, type Store } from './store/store'
import type { Publish } from './store/write'

/** Works on what was committed. */
export interface CommitFollower {
  /** Takes committed events as they are published. */
  readonly heed: Publish
  /** Something may have been committed unheard. */
  sweep(): void
}

interface DeliveryOptions {
  readonly push: PushOptions | undefined
  /** The disk that must not become full, when it is this machine's. */
  readonly storageDirectory: string | undefined
  readonly pool: Pool
  readonly files: FileServices
  readonly secrets: SecretBox
  /** How long it is kept what was asked of the assistant. */
  readonly questionDays: number
  readonly now: () => Date
  readonly onError: (error: unknown) => void
}

/** The store and what hears of its commits: the directory first, so that nobody hears of a person it does not know. */
export function createDelivery(options: DeliveryOptions) {
  const { pool, files, secrets, now, onError, questionDays } = options
  const database = createDatabase(pool)
  const feed = createFeed(database, onError)
  const indexer = new SearchIndexer({ rows: database, onError })
  const push = new Push({ rows: database, secrets, now, options: options.push, onError })
  const graph = new GraphReader({ rows: database, onError })
  const sweeper = new FileSweeper({ rows: database, files, now, onError })
  const store: Store = createStore({
    pool,
    database,
    now,
    publish: (events) => {
      directory.heed(events)
      feed.publish(events)
      for (const follower of followers) follower.heed(events)
    },
    onUncertainCommit: () => catchUp.request(),
    ensureSpace: options.storageDirectory ? createStorageGuard(options.storageDirectory) : undefined,
  })
  const directory: Directory = new Directory(store)
  const createQuestions = (store: Store) => createQuestionExpiry(store, questionDays)
  const expiries = [createStatusExpiry, createSuspensionExpiry, createClaimExpiry, createQuestions].map(
    (create) => new DueWorker({ work: create(store), now, onError }),
  )
  /** Those who stand on the services join when these are made. */
  const followers: CommitFollower[] = [indexer, graph, push, ...expiries, sweeper]
  const look = async () => {
    directory.forget()
    for (const follower of followers) follower.sweep()
    await feed.catchUp()
  }
  const catchUp = createCatchUp({ look, onError })
  return { store, feed, directory, catchUp, followers, indexer, graph, push, expiries, sweeper }
}

function createFeed(database: Database, onError: (error: unknown) => void): EventFeed {
  return new EventFeed(
    {
      readEvents: (streamId, after, limit) => readEvents(database, streamId, after, limit),
      readLastSeqs: (streamIds) => readLastSeqs(database, streamIds),
    },
    onError,
  )
}
