import { writeFile } from 'node:fs/promises'

export const administrator = { email: 'bench@example.org', password: 'a long enough passphrase 7?' }

/** Passwords are slow on purpose: a few people at once keep the core busy, more would only wait. */
const atOnce = 4

/**
 * People who are members of one channel or several.
 * @param {string} url
 * @param {{ name: string, stateFile: string, withAssistant?: boolean }[]} places the channels; without the assistant
 * nothing is understood or answered. `stateFile` is where channel and tokens are written, in the load generator's form
 */
export async function openCrowd(url, places) {
  const { token } = await call(url, 'auth.signIn', administrator)
  const channels = []
  for (const { name, stateFile, withAssistant = false } of places) {
    const { channel } = await call(url, 'channels.create', { name, kind: 'public', withAssistant }, token)
    channels.push({ id: channel.id, stateFile })
  }
  const tokens = []
  return {
    growTo: async (count) => {
      while (tokens.length < count) {
        const numbers = Array.from(
          { length: Math.min(atOnce, count - tokens.length) },
          (_, index) => tokens.length + index,
        )
        tokens.push(...(await Promise.all(numbers.map((number) => addMember(url, token, channels, number)))))
      }
      for (const { id, stateFile } of channels) await writeFile(stateFile, JSON.stringify({ channel: id, tokens }))
    },
  }
}

async function addMember(url, token, channels, number) {
  const account = { email: `bench-${number}@example.org`, password: administrator.password }
  const { user } = await call(url, 'users.create', { name: `Bench ${number}`, ...account }, token)
  for (const { id } of channels) await call(url, 'channels.addMember', { channelId: id, userId: user.id }, token)
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
