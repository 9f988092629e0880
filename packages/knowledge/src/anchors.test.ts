import { describe, expect, it } from 'vitest'
import { anchorsOf, matchAnchors } from './anchors'

const match = (question: string, language: 'zh' | 'en', text: string, textLanguage: 'zh' | 'en') =>
  matchAnchors(anchorsOf(question, language), text, textLanguage)

describe('names, numbers and codes across scripts', () => {
  it.each([
    ['Who is the mentor of Li Na?', 'en', '李娜的导师是陈思远。', 'zh'],
    ['Who is the mentor of Na Li?', 'en', '李娜的导师是陈思远。', 'zh'],
    ['李娜的导师是谁？', 'zh', 'The mentor of Li Na is Daniel Frey.', 'en'],
    ['Where is the Chengdu office?', 'en', '成都办公区位于高新区。', 'zh'],
    ['在外面要用VPN吗？', 'zh', 'The VPN is required outside the office.', 'en'],
    ['What needs the VPN?', 'en', '外网访问须使用VPN。', 'zh'],
    ['可以连续请三天吗？', 'zh', 'At most 3 days in a row.', 'en'],
    ['May I take three days?', 'en', '最多连续3天。', 'zh'],
    ['What does E07 mean?', 'en', '面板显示E07，表示相序错误。', 'zh'],
  ] as const)('“%s” finds its own', (question, language, text, textLanguage) => {
    expect(match(question, language, text, textLanguage)).toEqual({ found: 1, missing: 0 })
  })

  it.each([
    ['Who is the mentor of Li Na?', 'en', '李明的导师是陈思远。', 'zh'],
    ['Where is the Chengdu office?', 'en', '贵阳办公区位于云岩区。', 'zh'],
    ['在外面要用VPN吗？', 'zh', 'The badge is required outside the office.', 'en'],
    ['可以连续请三天吗？', 'zh', 'At most 13 days in a row.', 'en'],
  ] as const)('“%s” misses what is not there', (question, language, text, textLanguage) => {
    expect(match(question, language, text, textLanguage)).toEqual({ found: 0, missing: 1 })
  })

  it('misses no foreign name in Chinese, where it is spelt by its sound', () => {
    expect(match('Who came to Normandy?', 'en', '罗洛来到诺曼底。', 'zh')).toEqual({ found: 0, missing: 0 })
    expect(match('Who came to Normandy?', 'en', 'Rollo came to England.', 'en')).toEqual({ found: 0, missing: 1 })
  })

  it('takes neither the first word of a sentence nor an “I” for a name', () => {
    expect(anchorsOf('Books that I lend: How long?', 'en').names).toEqual([])
  })
})
