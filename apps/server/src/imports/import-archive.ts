import type { Archive, ArchiveRecord } from './archive'
import { finishChannel } from './finish-channel'
import { ChannelImporter } from './import-channels'
import { FileImporter } from './import-files'
import { MessageImporter } from './import-messages'
import { PeopleImporter } from './import-people'
import { PictureImporter } from './import-pictures'
import type { ImportStage } from './import-stage'

export interface ImportRun {
  readonly stage: ImportStage
  readonly archive: Archive
  /** From 0 to 1. */
  readonly onProgress: (progress: number) => void
  readonly signal: Pick<AbortSignal, 'throwIfAborted'>
}

/** Of an import's time, reading and writing messages takes about so much; the rest is people joining their channels. */
const SHARE_OF_MESSAGES = 0.95

/**
 * Takes over what the archive holds and Parley lacks. It may be interrupted anywhere and run again, with the same
 * archive or a later one of the same team: what is there already is known by its key.
 */
export async function importArchive({ stage, archive, onProgress, signal }: ImportRun): Promise<void> {
  const people = new PeopleImporter(stage, new PictureImporter(stage, archive))
  const channels = new ChannelImporter(stage, people)
  const messages = new MessageImporter(stage, { people, channels, files: new FileImporter(stage, archive) })
  for await (const record of archive.records()) {
    signal.throwIfAborted()
    await takeRecord(record, { people, channels, messages })
    onProgress((archive.weight === 0 ? 1 : archive.weightRead() / archive.weight) * SHARE_OF_MESSAGES)
  }
  await people.flush()
  await messages.flush()
  if (stage.isDryRun) return
  for (const channel of channels.all()) {
    signal.throwIfAborted()
    await finishChannel(stage, channel)
  }
}

interface Importers {
  readonly people: PeopleImporter
  readonly channels: ChannelImporter
  readonly messages: MessageImporter
}

function takeRecord(record: ArchiveRecord, { people, channels, messages }: Importers): Promise<void> {
  switch (record.type) {
    case 'person':
      return people.take(record.person)
    case 'channel':
      return channels.take(record.channel)
    case 'member':
      return channels.addMember(record.channelKey, record.personKey)
    case 'message':
      return messages.take(record.message)
  }
}
