import { writeFile } from 'node:fs/promises'

export const administrator = { email: 'bench@example.org', password: 'a long enough passphrase 7?' }

/** Passwords are slow on purpose: a few people at once keep the core busy, more would only wait. */
const atOnce = 4

/**
 * A channel that grows; without the assistant nothing is understood or answered.
 * @param {string} url
 * @param {string} stateFile where channel and tokens are written, in the load generator's form
 * @param {boolean} withAssistant
 */
export async function openCrowd(url, stateFile, withAssistant = false) {
  const { token } = await call(url, 'auth.signIn', administrator)
  const body = { name: 'bench', kind: 'public', withAssistant }
  const { channel } = await call(url, 'channels.create', body, token)
  const tokens = []
  return {
    growTo: async (count) => {
      while (tokens.length < count) {
        const places = Array.from(
          { length: Math.min(atOnce, count - tokens.length) },
          (_, index) => tokens.length + index,
        )
        tokens.push(...(await Promise.all(places.map((place) => addMember(url, token, channel.id, place)))))
      }
      await writeFile(stateFile, JSON.stringify({ channel: channel.id, tokens }))
    },
  }
}

async function addMember(url, token, channelId, place) {
  const account = { email: `bench-${place}@example.org`, password: administrator.password }
  const { user } = await call(url, 'users.create', { name: `Bench ${place}`, ...account }, token)
  await call(url, 'channels.addMember', { channelId, userId: user.id }, token)
  return (await call(url, 'auth.signIn', account)).token
}

export async function call(url, name, body, token) {
  const answer = await fetch(`${url}/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`)
  return answer.json()
}
