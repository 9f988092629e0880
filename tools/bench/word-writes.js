import { randomUUID } from 'node:crypto'
import { build } from 'esbuild'
import { inRepository } from '../repository.js'

const BATCH = 64

const COMMIT = `select id, outcome from commit_messages($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::bytea[],
  $7::uuid[], $8::boolean[], $9::text[], $10::jsonb[], $11::text[], $12::boolean[], $13::text[], $14::timestamptz)`

/** The same, with the words stored in the sender's own statement. */
const COMMIT_WITH_WORDS = `with sent as materialized (${COMMIT}), worded as (
    insert into message_words (message_id, workspace_id, channel_id, at, words)
    select i.id, i.workspace_id, i.channel_id, $14::timestamptz, i.words::tsvector
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $15::text[]) as i (id, workspace_id, channel_id, words)
    join sent on sent.id = i.id)
  select id, outcome from sent`

/**
 * What a message costs its sender when its words are stored with it, beside what it costs when they are stored later:
 * in turn, batches as the server writes them. Reading the words out of the texts comes on top.
 */
export async function measureWrites(database, { channelId, authorId, workspaceId, rounds }) {
  const { rows: samples } = await database.query(
    "select text, words::text as words from messages join message_words on message_id = id where words <> '' limit 5000",
  )
  const spent = { later: [], withIt: [] }
  for (let round = 0; round <= rounds; round += 1) {
    const batch = Array.from({ length: BATCH }, (_, index) => samples[(round * BATCH + index) % samples.length])
    const values = valuesOf(batch, { channelId, authorId, workspaceId })
    const later = await timed(() => database.query({ name: 'commit', text: COMMIT, values: values() }))
    const words = batch.map((sample) => sample.words)
    const withIt = await timed(() =>
      database.query({ name: 'commit-with-words', text: COMMIT_WITH_WORDS, values: [...values(), words] }),
    )
    // The first round warms up.
    if (round > 0) {
      spent.later.push(later)
      spent.withIt.push(withIt)
    }
  }
  return {
    readingMs: await measureReading(samples),
    storedLaterMs: median(spent.later) / BATCH,
    storedWithItMs: median(spent.withIt) / BATCH,
  }
}

async function measureReading(samples) {
  const entryPoints = [inRepository('packages/text/src/index.ts')]
  const bundled = await build({ entryPoints, bundle: true, write: false, format: 'esm', conditions: ['source'] })
  const code = Buffer.from(bundled.outputFiles[0].contents).toString('base64')
  const { messageTerms } = await import(`data:text/javascript;base64,${code}`)
  const read = async () => {
    for (const { text } of samples) messageTerms(text)
  }
  await read()
  return (await timed(read)) / samples.length
}

const valuesOf =
  (batch, { channelId, authorId, workspaceId }) =>
  () => {
    const all = (value) => batch.map(() => value)
    return [
      batch.map(() => randomUUID()),
      all(workspaceId),
      all(channelId),
      all(authorId),
      batch.map(() => randomUUID()),
      all(Buffer.alloc(32)),
      all(null),
      all(false),
      batch.map((sample) => sample.text),
      all(null),
      all('{}'),
      all(false),
      all('{}'),
      new Date(),
    ]
  }

async function timed(work) {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]
