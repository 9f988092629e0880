import { describe, expect, test } from 'vitest'
import { createDemoAccess } from './demo/demo-access'
import { progressLine, readyLines, type StartStep } from './start-lines'

const url = 'http://127.0.0.1:8060'
const setupLink = `${url}/setup?token=a-b_c`
const others = { password: 'x-9_Z', first: 'lin.yue@example.org', second: 'daniel.okafor@example.org' }
const steps: readonly StartStep[] = ['database', 'languageModel', 'fetching', 'training', 'stopping']

describe('what a start says on the terminal', () => {
  test('is in the language of the terminal, apart from the line that other programs look for', () => {
    const demoPassword = { ...others, owner: 'demo@example.org' }
    const [zh, en] = [
      readyLines({ url, setupLink, demoPassword }, 'zh'),
      readyLines({ url, setupLink, demoPassword }, 'en'),
    ]
    expect(en).toEqual([
      `Set up your workspace with this one-time link: ${setupLink}`,
      'Demo password, shown only now: x-9_Z (for demo@example.org, and for lin.yue@example.org, daniel.okafor@example.org and the others)',
      `Parley is ready at ${url}`,
    ])
    expect(zh).toHaveLength(3)
    for (const line of zh.slice(0, 2)) expect(line).toMatch(/\p{Script=Han}/u)
    expect(zh[0]).toMatch(/(?:^|\s|：)http:\S+token=a-b_c$/)
    for (const part of Object.values(demoPassword)) expect(zh[1]).toContain(part)
    expect(zh[2]).toBe(en[2])
  })

  test('is the address alone where nothing is to be set up or shown', () => {
    expect(readyLines({ url, setupLink: null, demoPassword: null }, 'zh')).toEqual([`Parley is ready at ${url}`])
  })

  test('does not promise the owner a password that is not theirs', () => {
    const lines = readyLines({ url, setupLink: null, demoPassword: { ...others, owner: null } }, 'en')
    expect(lines[0]).toBe(
      'Demo password, shown only now: x-9_Z (for lin.yue@example.org, daniel.okafor@example.org and the others)',
    )
  })

  test.each(steps)('tells that it is busy, in both languages: %s', (step) => {
    expect(progressLine(step, 'zh')).toMatch(/^parley: .*\p{Script=Han}.* ?…$/u)
    expect(progressLine(step, 'en')).toMatch(/^parley: [\x20-\x7e]+ …$/)
  })

  test('shows the owner of a demonstration only a password that was made for them', () => {
    expect(createDemoAccess(undefined).shown.owner).toBe('demo@example.org')
    const given = { email: 'ada@example.com', password: 'correct-horse-42' }
    expect(createDemoAccess(given)).toMatchObject({ owner: given, shown: { owner: null } })
    expect(JSON.stringify(createDemoAccess(given).shown)).not.toContain(given.password)
  })
})
