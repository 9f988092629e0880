import type { UserId } from '@parley/protocol'
import { readWebBuild } from './http/read-web-build'
import type { ParleyOptions } from './parley-options'
import { readableChannelIds } from './policies/access'
import { readVisibleIds } from './queries/read-presence'
import type { EventFeed } from './realtime/event-feed'
import { LiveHub } from './realtime/live/live-hub'
import type { SocketActor } from './realtime/socket-connection'
import { SocketGateway, type SocketNews } from './realtime/socket-gateway'
import type { Database } from './store/database'
import { DatabaseWatch } from './store/database-watch'

interface Grounds {
  readonly options: ParleyOptions
  readonly database: Database
  readonly feed: EventFeed
  readonly now: () => Date
  readonly onError: (error: unknown) => void
}

/** What is heard while it happens: events, who is there, who is typing, and whether the database is. */
export function createRealtime({ options, database, feed, now, onError }: Grounds) {
  const readVisible = (actor: SocketActor, userIds: readonly UserId[]) => readVisibleIds(database, actor, userIds)
  const live = new LiveHub({ now, readVisibleIds: readVisible, onError })
  const readChannelIds = (userId: string) => readableChannelIds(database, userId)
  const databaseWatch: DatabaseWatch = new DatabaseWatch({
    database,
    onChange: () => {
      if (databaseWatch.isAway) options.log.warn('the database does not answer: what is sent waits for it')
      else options.log.info('the database answers again')
      gateway.tellNews()
    },
  })
  const webBuild = readWebBuild(options.webDirectory)
  const news = (): SocketNews => ({
    ...(webBuild && { webBuild }),
    ...(options.allowsOfflineCopies === false && { allowsOfflineCopies: false }),
    database: databaseWatch.isAway ? 'unavailable' : 'ok',
  })
  const gateway = new SocketGateway({ feed, live, readChannelIds, news, onError, now })
  return { live, gateway, databaseWatch }
}
