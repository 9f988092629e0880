import { type AuditEntry, ImportSource, type UserId } from '@parley/protocol'
import type { Text } from '../../app/use-text'

const exportTexts: ReadonlyMap<string | null, 'workspace' | 'everything' | 'channel' | 'person'> = new Map(
  (['workspace', 'everything', 'channel', 'person'] as const).map((scope) => [scope, scope]),
)

type Said = Pick<AuditEntry, 'kind' | 'actorId' | 'userId' | 'subjectName'>

/** Who did what to whom, in a sentence. `channelName` is null where the reader does not know the channel. */
export function sayAuditEntry(
  text: Text,
  entry: Said,
  nameOf: (id: UserId) => string,
  channelName: string | null,
): string {
  const actor = nameOf(entry.actorId)
  const person = entry.userId ? nameOf(entry.userId) : ''
  const channel = channelName ?? text('web.audit.someChannel')
  const scope = entry.kind === 'export-started' && exportTexts.get(entry.subjectName)
  if (scope === 'person' && !entry.userId) return text('web.audit.export.own', { actor })
  if (scope) return text(`web.audit.export.${scope}`, { actor, person, channel })
  // An import without a file's name is called by where it came from.
  const source = entry.kind === 'import-started' ? ImportSource.safeParse(entry.subjectName).data : undefined
  if (source) return text(`web.audit.import.${source}`, { actor })
  return text(`web.audit.entry.${entry.kind}`, { actor, person, subject: entry.subjectName ?? '' })
}
