import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import { createTexts } from './search-texts.js'

const PEOPLE = 100
const CHANNELS = 20
const A_DAY = 250
const FIRST_SECOND = 1_600_000_000
const DAY_SECONDS = 24 * 60 * 60

/** A Slack export of so many messages in both languages: every seventh a reply, every tenth with a reaction. */
export async function writeSlackArchive(file, count) {
  const zip = new ZipFile()
  const add = (name, value) => zip.addBuffer(Buffer.from(JSON.stringify(value)), name)
  add('users.json', people)
  add('channels.json', channels)
  const textOf = createTexts()
  for (let start = 0, day = 0; start < count; day += 1, start += A_DAY * CHANNELS) {
    for (const [index, { name }] of channels.entries()) {
      const places = Math.min(A_DAY, Math.max(0, Math.ceil((count - start - index) / CHANNELS)))
      const messages = Array.from({ length: places }, (_, place) => messageOf(day, place, textOf(start + place)))
      if (places > 0) add(`${name}/${dateOf(day)}.json`, messages)
    }
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(file))
}

const people = Array.from({ length: PEOPLE }, (_, index) => ({
  id: `U${index}`,
  name: `person-${index}`,
  profile: { real_name: `Person ${index}`, email: `person-${index}@example.org` },
}))

const channels = Array.from({ length: CHANNELS }, (_, index) => ({
  id: `C${index}`,
  name: `bench-${index}`,
  members: people.map(({ id }) => id),
}))

const dateOf = (day) => new Date((FIRST_SECOND + day * DAY_SECONDS) * 1000).toISOString().slice(0, 10)
const tsOf = (day, place) => `${FIRST_SECOND + day * DAY_SECONDS + place * 60}.000100`

function messageOf(day, place, text) {
  const isReply = place % 7 === 6
  const isRoot = place % 7 === 0
  return {
    type: 'message',
    user: `U${(place * 13) % PEOPLE}`,
    ts: tsOf(day, place),
    text,
    ...((isReply || isRoot) && { thread_ts: tsOf(day, place - (place % 7)) }),
    ...(place % 10 === 0 && { reactions: [{ name: '+1', users: [`U${place % PEOPLE}`], count: 1 }] }),
  }
}
