import { type RawBuilder, sql } from 'kysely'

/** What somebody, or everybody who hears an answer, may read of that the graph rests on. */
export interface GraphViewer {
  readonly workspaceId: string
  readonly channelIds: readonly string[]
  readonly collectionIds: readonly string[]
  /** Whoever is asked for alone: their own tasks count. Null where others hear. */
  readonly userId: string | null
  /** Guests know of the directory only whom they meet, and of experts' words nothing. */
  readonly isMember: boolean
  /** For rules: administrators, who write them, may rest one on their own word. */
  readonly hearsAdministrators?: boolean
}

/** Whether a row of `graph_evidence`, here `evidence`, may be read: the one condition that every query of the graph has in it. */
export function mayReadEvidence(viewer: GraphViewer): RawBuilder<boolean> {
  const { channelIds, collectionIds, userId, isMember, hearsAdministrators = false } = viewer
  return sql<boolean>`(
    exists (select 1 from messages where messages.id = evidence.message_id
              and messages.deleted_at is null and messages.channel_id = any(${channelIds}::uuid[]))
    or exists (select 1 from documents where documents.id = evidence.document_id
              and documents.outdated_at is null
              and documents.version = evidence.document_version and documents.collection_id = any(${collectionIds}::uuid[]))
    or exists (select 1 from tasks where tasks.id = evidence.task_id and tasks.status = 'open'
              and (tasks.channel_id = any(${channelIds}::uuid[])
                   or tasks.created_by = ${userId}::uuid or tasks.assignee_id = ${userId}::uuid))
    or (${isMember}::boolean and (evidence.directory_user_id is not null or evidence.stated_by is not null))
    or (${hearsAdministrators}::boolean and exists (select 1 from users where users.id = evidence.stated_by
              and users.role in ('owner', 'administrator'))))`
}
