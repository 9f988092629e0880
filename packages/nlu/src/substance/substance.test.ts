import { describe, expect, it } from 'vitest'
import { hasSubstance, saysSomething } from './substance'
import { withoutCode } from './without-code'

const NOTHING_SAID = [
  '。。。',
  '?!',
  '1',
  'x',
  '😂🎉',
  '哈哈哈哈',
  'hahaha lol',
  'asdf qwer zxcv',
  'please asdf',
  '请',
  '请asdf',
  '{"title":"send the report","due":"2026-01-01"}',
  "<script>alert('send the report')</script>",
  '```js\nsend(report)\n```',
  'SELECT * FROM users; DROP TABLE users;',
  'git push origin main --force',
  'const report = await send()',
  '<img src=x onerror=alert(1)>',
  '![plan](http://example.com/plan.png)',
]
const SOMETHING_SAID = [
  '嗯，好的',
  '写周报',
  'ok',
  'No problem!',
  'hello',
  'deploy kubernetes',
  'fix the API',
  'git push fails on main',
  'please rename `foo()` to `bar()`',
  '哈哈，把周报发我',
  'Report the error:\n```\nTypeError: x\n```',
  'select a venue from the list we made',
  'let us meet, then decide',
  'update the page;',
  'class starts at nine',
  'see [the plan](http://example.com/plan)',
]

describe('whether a message says something', () => {
  it.each(NOTHING_SAID)('nothing in words: %j', (message) => expect(saysSomething(message)).toBe(false))
  it.each(SOMETHING_SAID)('something: %j', (message) => expect(saysSomething(message)).toBe(true))
})

describe('the substance of a title', () => {
  it.each(['asdf qwer', 'blah blah blah', 'jjj', '把', '哈哈哈', '12'])('is missing in %j', (title) =>
    expect(hasSubstance(title)).toBe(false),
  )
  it.each(['ship it', 'order 3 chairs', '报税', '更新价格页面', 'Xu 的合同', 'migrate to Kubernetes', 'SLA'])(
    'is there in %j',
    (title) => expect(hasSubstance(title)).toBe(true),
  )
})

describe('a message without its code', () => {
  it('is as long as it was, so that places in it stay places in the message', () => {
    const message = 'Please fix <b>this</b>:\n```\nreturn 1\n```\nby Friday'
    expect(withoutCode(message)).toHaveLength(message.length)
    expect(withoutCode(message).split(/\s+/)).toEqual(['Please', 'fix', 'this', ':', 'by', 'Friday'])
  })

  it('keeps a tag that somebody speaks of', () => {
    expect(withoutCode('fix the <title> of the page')).toBe('fix the <title> of the page')
  })

  it('is read in time linear in the length', () => {
    const start = performance.now()
    for (const part of ['```', '<!--', '<script', '<a ', 'git a ', 'f(', '{"', '~~~'])
      withoutCode(part.repeat(40_000 / part.length))
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})
