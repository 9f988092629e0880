import type { Language } from '@parley/locale'
import type { Browser } from 'playwright-core'
import { expect } from 'vitest'
import { COLLEAGUE_EMAIL, PASSWORD, setUp, signIn } from './actions'
import { openBrowser, openVisitor, type Visitor } from './open-browser'
import { type ParleyProcess, startParleyProcess } from './parley-process'
import { words } from './words'

/** Two people in a workspace of their own, each signed in with a browser of theirs. */
export interface Team extends AsyncDisposable {
  readonly parley: ParleyProcess
  readonly browser: Browser
  readonly owner: Visitor
  readonly colleague: Visitor
  /** The colleague's. */
  readonly colleagueId: string
  /** Gives a command past the page, with the session of whoever gives it. */
  post: Post
  /** Asks past the page. */
  query: Query
}

// biome-ignore lint/suspicious/noExplicitAny: what comes of a command is for the test that gives it to know
type Post = (name: string, data: object, who?: Visitor) => Promise<any>
// biome-ignore lint/suspicious/noExplicitAny: as above
type Query = (name: string, who?: Visitor) => Promise<any>

interface Choice {
  readonly owner?: Language
  readonly colleague?: Language
  readonly colleagueName?: string
  readonly timeZone?: string
  /** `PARLEY_*` variables. */
  readonly settings?: Readonly<Record<string, string>>
}

const PATIENCE_MS = 15_000

/** The owner reads English and the colleague Chinese, where nothing else is said. */
export async function openTeam(choice: Choice = {}): Promise<Team> {
  const { owner: ownerLanguage = 'en', colleague: language = 'zh', settings } = choice
  const parley = await startParleyProcess(settings)
  const browser = await openBrowser()
  const [owner, colleague] = [await openVisitor(browser, ownerLanguage), await openVisitor(browser, language)]
  for (const { page } of [owner, colleague]) page.setDefaultTimeout(PATIENCE_MS)
  await setUp(owner.page, parley.setupUrl, ownerLanguage, words[ownerLanguage])
  await owner.page.waitForURL(/\/c\//)
  const door = openDoor(parley.url, owner)
  const { user } = await door.post('users.create', colleagueOf(language, choice))
  await signIn(colleague.page, parley.url, language, COLLEAGUE_EMAIL)
  return { parley, browser, owner, colleague, colleagueId: user.id, ...door, [Symbol.asyncDispose]: close }

  async function close() {
    await browser.close()
    await parley[Symbol.asyncDispose]()
  }
}

function colleagueOf(language: Language, { colleagueName, timeZone }: Choice) {
  const name = colleagueName ?? (language === 'zh' ? '王伟' : 'Tom Baker')
  return { name, email: COLLEAGUE_EMAIL, password: PASSWORD, language, ...(timeZone && { timeZone }) }
}

function openDoor(url: string, owner: Visitor): Pick<Team, 'post' | 'query'> {
  return {
    post: async (name, data, who = owner) => {
      const answer = await who.page.request.post(`${url}/api/${name}`, { data, headers: { origin: url } })
      expect(answer.status(), await answer.text()).toBe(200)
      return answer.json()
    },
    query: async (name, who = owner) => {
      const answer = await who.page.request.get(`${url}/api/${name}`)
      expect(answer.status(), await answer.text()).toBe(200)
      return answer.json()
    },
  }
}

/** A public channel that both are in and look at. */
export async function meetIn(team: Team, name: string): Promise<{ readonly id: string; readonly path: string }> {
  const { channel } = await team.post('channels.create', { name, kind: 'public' })
  await team.post('channels.addMember', { channelId: channel.id, userId: team.colleagueId })
  const path = `/c/${channel.id}`
  for (const { page } of [team.owner, team.colleague]) {
    await page.goto(team.parley.url + path)
    await page.getByRole('heading', { level: 1, name }).waitFor()
    await page.getByRole('main').getByRole('combobox').waitFor()
  }
  return { id: channel.id, path }
}
