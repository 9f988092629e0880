import type { SourceSecret } from '@parley/protocol'
import type { SecretBox } from '../secrets/secret-box'
import type { SourceRow } from './source-rows'

const placeOf = (sourceId: string) => ({ table: 'document_sources', id: sourceId }) as const

export const sealSecret = (secrets: SecretBox, sourceId: string, secret: SourceSecret): string =>
  secrets.seal(JSON.stringify(secret), placeOf(sourceId))

/** @throws ParleyError `secret_unreadable` */
export const openSecret = (secrets: SecretBox, { id, secret }: SourceRow): SourceSecret | null =>
  secret === null ? null : JSON.parse(secrets.open(secret, placeOf(id)))
