/// <reference lib="dom" />
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { say } from './support/actions'
import { watchLinks } from './support/row-renders'
import { meetIn, openTeam, type Team } from './support/team'

const CHANNELS = 60

describe('a long list of channels', () => {
  let team: Team
  let harbour: { readonly id: string; readonly path: string }
  let tide: { readonly id: string; readonly path: string }

  beforeAll(async () => {
    team = await openTeam({ settings: { PARLEY_RATE_LIMITS: 'off' } })
    for (let number = 0; number < CHANNELS; number += 1)
      await team.post('channels.create', { name: `channel ${number}`, kind: 'public' })
    tide = await meetIn(team, 'Tide')
    harbour = await meetIn(team, 'Harbour')
    await watchLinks(team.owner.page)
    await team.owner.page.reload()
    await team.owner.page.waitForFunction((count) => new Set(window.drawnLinks).size > count, CHANNELS)
  })
  afterAll(() => team?.[Symbol.asyncDispose]())

  const drawn = () => team.owner.page.evaluate(() => window.drawnLinks)
  const forget = () => team.owner.page.evaluate(() => void window.drawnLinks.splice(0))

  it('draws the row of the channel in which something is said, and no other', async () => {
    await forget()
    const body = { channelId: tide.id, text: 'High water', clientMessageId: randomUUID() }
    await team.post('messages.send', body, team.colleague)
    const row = team.owner.page.locator(`a[href="${tide.path}"].side-link--unread`)
    await row.waitFor()
    expect(new Set(await drawn())).toEqual(new Set([tide.path]))
  })

  it('draws the row of the open channel alone while its reader writes and sends', async () => {
    await forget()
    await say(team.owner.page, 'Low water')
    await team.owner.page.getByText('Low water').waitFor()
    expect([...new Set(await drawn())].filter((path) => path !== harbour.path)).toEqual([])
    expect(team.owner.faults).toEqual([])
  })
})
