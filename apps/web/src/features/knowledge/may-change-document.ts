import type { Collection, DocumentSummary, User } from '@parley/protocol'
import { isAdministrator } from '../people/is-administrator'

/** Whoever added it, whoever looks after its collection, and administrators: the others would be refused. */
export function mayChangeDocument(
  me: Pick<User, 'id' | 'role'>,
  { addedBy, collectionId }: Pick<DocumentSummary, 'addedBy' | 'collectionId'>,
  collections: readonly Pick<Collection, 'id' | 'ownerId'>[],
): boolean {
  const owns = collections.some(({ id, ownerId }) => id === collectionId && ownerId === me.id)
  return owns || addedBy === me.id || isAdministrator(me)
}
