import { ParleyError } from '@parley/protocol'
import type { Actor } from '../actor'
import type { Database } from '../store/database'
import { isCurator } from './collection-policy'

/**
 * Those who look after the knowledge base see what it could not answer: administrators, and owners of a collection. They
 * read the words of questions in public channels, and of those whose askers ask for an answer; the rest is counted. A
 * guest may not read public channels, and so not what was asked there.
 */
export async function requireCurator(rows: Database, actor: Actor): Promise<void> {
  if (!(await isCurator(rows, actor))) throw new ParleyError('forbidden', { action: 'read_questions' })
}

/** Questions whose words those who look after the knowledge base may read, as they stand in their messages now. */
export const selectReadableQuestions = (rows: Database, { workspaceId }: Pick<Actor, 'workspaceId'>) =>
  rows
    .selectFrom('questions')
    .innerJoin('messages', 'messages.id', 'questions.message_id')
    .where('questions.workspace_id', '=', workspaceId)
    .where('messages.deleted_at', 'is', null)
    .where((where) => where.or([where('questions.place', '=', 'public'), where('questions.is_awaited', '=', true)]))
