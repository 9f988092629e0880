import { v7 as uuidv7 } from 'uuid'
import type { ArchivedChannel } from './archive'
import type { ImportStage } from './import-stage'
import { rememberImported } from './imported-items'
import { storableLine, storableText } from './storable-text'

const TOPIC_LIMIT = 250

/** What a channel is called here: by its name, or by the people between whom it is. */
export interface NewPlace {
  readonly name: string
  readonly directKey: string | null
}

/** Makes a channel with nobody in it, and remembers where it came from; a dry run only gives it an id. */
export async function insertChannel(stage: ImportStage, channel: ArchivedChannel, place: NewPlace): Promise<string> {
  const { services, actor, isDryRun } = stage
  const id = uuidv7()
  if (isDryRun) return id
  const row = {
    id,
    workspace_id: actor.workspaceId,
    name: place.name,
    kind: channel.kind,
    topic: storableLine(channel.topic, TOPIC_LIMIT),
    purpose: storableText(channel.purpose, TOPIC_LIMIT),
    direct_key: place.directKey,
    created_by: actor.userId,
  }
  await services.store.write(actor.workspaceId, [], async (write) => {
    await write.createStream(id, 'channel')
    await write.rows.insertInto('channels').values(row).execute()
    await rememberImported(write.rows, stage, 'channel', { key: channel.key, id })
  })
  return id
}
