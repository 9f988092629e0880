import type { ClientBase, Pool } from 'pg'
import foundation from './migrations/0001-foundation.sql'
import joinings from './migrations/0002-joinings.sql'
import demoFills from './migrations/0003-demo-fills.sql'
import conversations from './migrations/0004-conversations.sql'
import messageWords from './migrations/0005-message-words.sql'
import files from './migrations/0006-files.sql'
import people from './migrations/0007-people.sql'
import later from './migrations/0008-later.sql'
import notifications from './migrations/0009-notifications.sql'
import moving from './migrations/0010-moving.sql'
import interfaces from './migrations/0011-interfaces.sql'
import referencesOfMessages from './migrations/0012-references-of-messages.sql'
import channelPurpose from './migrations/0013-channel-purpose.sql'
import avatars from './migrations/0015-avatars.sql'
import oneAuditLog from './migrations/0016-one-audit-log.sql'
import botsOfClosedAccounts from './migrations/0017-bots-of-closed-accounts.sql'
import givenCommands from './migrations/0018-given-commands.sql'
import unsentAndDeleted from './migrations/0019-unsent-and-deleted.sql'
import documentVersions from './migrations/0023-document-versions.sql'
import curatedAnswers from './migrations/0024-curated-answers.sql'
import questionLog from './migrations/0025-question-log.sql'
import labelsAndIntents from './migrations/0026-labels-and-intents.sql'
import repeatsAndRestingBots from './migrations/0029-repeats-and-resting-bots.sql'
import documentSources from './migrations/0031-document-sources.sql'
import documentHealth from './migrations/0032-document-health.sql'
import knowledgeGraph from './migrations/0033-knowledge-graph.sql'
import vectorsInParts from './migrations/0035-vectors-in-parts.sql'
import learntWeights from './migrations/0036-learnt-weights.sql'
import rules from './migrations/0037-rules.sql'
import replyLinks from './migrations/0038-reply-links.sql'
import whoTookWeightsBack from './migrations/0040-who-took-weights-back.sql'
import suggestions from './migrations/0041-suggestions.sql'
import graphRulesOff from './migrations/0042-graph-rules-off.sql'
import kindsAreReadAgain from './migrations/0043-kinds-are-read-again.sql'
import sealedSecrets from './migrations/0044-sealed-secrets.sql'
import commitMessages from './routines/commit-messages.sql'

/** Forward only; a migration that has run is never edited. */
const migrations: readonly { readonly name: string; readonly sql: string }[] = [
  { name: '0001-foundation', sql: foundation },
  { name: '0002-joinings', sql: joinings },
  { name: '0003-demo-fills', sql: demoFills },
  { name: '0004-conversations', sql: conversations },
  { name: '0005-message-words', sql: messageWords },
  { name: '0006-files', sql: files },
  { name: '0007-people', sql: people },
  { name: '0008-later', sql: later },
  { name: '0009-notifications', sql: notifications },
  { name: '0010-moving', sql: moving },
  { name: '0011-interfaces', sql: interfaces },
  { name: '0012-references-of-messages', sql: referencesOfMessages },
  { name: '0013-channel-purpose', sql: channelPurpose },
  { name: '0015-avatars', sql: avatars },
  { name: '0016-one-audit-log', sql: oneAuditLog },
  { name: '0017-bots-of-closed-accounts', sql: botsOfClosedAccounts },
  { name: '0018-given-commands', sql: givenCommands },
  { name: '0019-unsent-and-deleted', sql: unsentAndDeleted },
  { name: '0023-document-versions', sql: documentVersions },
  { name: '0024-curated-answers', sql: curatedAnswers },
  { name: '0025-question-log', sql: questionLog },
  { name: '0026-labels-and-intents', sql: labelsAndIntents },
  { name: '0029-repeats-and-resting-bots', sql: repeatsAndRestingBots },
  { name: '0031-document-sources', sql: documentSources },
  { name: '0032-document-health', sql: documentHealth },
  { name: '0033-knowledge-graph', sql: knowledgeGraph },
  { name: '0035-vectors-in-parts', sql: vectorsInParts },
  { name: '0036-learnt-weights', sql: learntWeights },
  { name: '0037-rules', sql: rules },
  { name: '0038-reply-links', sql: replyLinks },
  { name: '0040-who-took-weights-back', sql: whoTookWeightsBack },
  { name: '0041-suggestions', sql: suggestions },
  { name: '0042-graph-rules-off', sql: graphRulesOff },
  { name: '0043-kinds-are-read-again', sql: kindsAreReadAgain },
  { name: '0044-sealed-secrets', sql: sealedSecrets },
]

/** Functions are replaced at every start: they hold no data, so they need no history. */
const routines = [commitMessages]

const MIGRATION_LOCK = 7_305_808

/** Brings a database to this version's schema. Safe when several nodes start at once. */
export async function migrate(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK])
    await runMissing(client)
    for (const sql of routines) await client.query(sql)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

/** The schema that some earlier version had. @returns those that this version does not know. */
export async function migrateTo(client: ClientBase, names: readonly string[]): Promise<string[]> {
  const unknown = names.filter((name) => !migrations.some((migration) => migration.name === name))
  if (unknown.length === 0) await runMissing(client, (name) => names.includes(name))
  return unknown
}

async function runMissing(client: ClientBase, isWanted = (_name: string) => true): Promise<void> {
  await client.query(
    'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string }>('select name from migrations')
  const applied = new Set(rows.map((row) => row.name))
  for (const migration of migrations) {
    if (applied.has(migration.name) || !isWanted(migration.name)) continue
    await client.query(migration.sql)
    await client.query('insert into migrations (name) values ($1)', [migration.name])
  }
}
