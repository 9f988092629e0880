const openFirstSource = (page) => page.locator('.source-chip').first().click()

async function openWhy(page) {
  const answer = page.locator('article:has(.source-chip)').first()
  await answer.locator('.card__foot .link-button').click()
}

const openPalette = (page) => page.keyboard.press('Control+k')

/** Every page that is photographed: where it is, and what is done there first. */
export const views = [
  { name: 'english-channel', path: ({ english }) => english },
  { name: 'chinese-channel', path: ({ chinese }) => chinese },
  { name: 'english-thread', path: ({ englishThread }) => englishThread },
  { name: 'chinese-thread', path: ({ chineseThread }) => chineseThread },
  { name: 'threads', path: () => '/threads' },
  { name: 'mentions', path: () => '/mentions' },
  { name: 'search', path: () => `/search?q=${encodeURIComponent('guide')}` },
  { name: 'assistant', path: ({ assistant }) => assistant, act: openFirstSource, settled: '.passage' },
  { name: 'why', path: ({ assistant }) => assistant, act: openWhy, settled: '.bars' },
  { name: 'tasks', path: () => '/tasks', act: (page) => page.getByRole('radio').nth(1).click() },
  { name: 'knowledge', path: () => '/knowledge', settled: '.rows' },
  { name: 'people', path: () => '/people' },
  { name: 'palette', path: ({ english }) => english, act: openPalette, settled: '.palette__item' },
  { name: 'list', path: () => '/' },
]
