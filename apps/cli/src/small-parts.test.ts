import { describe, expect, it } from 'vitest'
import { formatTable } from './format-table'
import { chooseLanguage } from './language'
import { localNow } from './local-now'
import { serverAddress } from './server-address'

describe('the language of the command line', () => {
  it.each([
    [['ask', '--lang', 'zh'], { LANG: 'en_US.UTF-8' }, 'zh'],
    [['ask', '--lang=en'], { LANG: 'zh_CN.UTF-8' }, 'en'],
    [['ask'], { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [['ask'], { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [['ask', '--lang'], {}, 'en'],
  ] as const)('of %j in %j is %s', (argv, environment, language) => {
    expect(chooseLanguage(argv, environment)).toBe(language)
  })
})

describe('the address of the server', () => {
  it('is the option, else the environment, else the default, without a trailing slash', () => {
    expect(serverAddress('http://one.example/', { PARLEY_URL: 'http://two.example' })).toBe('http://one.example')
    expect(serverAddress(undefined, { PARLEY_URL: 'http://two.example' })).toBe('http://two.example')
    expect(serverAddress(undefined, { PARLEY_URL: '' })).toBe('http://127.0.0.1:8060')
  })
})

describe('a table', () => {
  it('gives Chinese characters two columns', () => {
    expect(
      formatTable([
        ['意图', 'a'],
        ['intent', 'b'],
      ]),
    ).toEqual(['意图    a', 'intent  b'])
  })
})

describe('the local time', () => {
  it('names the same instant', () => {
    const instant = new Date('2026-11-23T09:00:00Z')
    expect(new Date(localNow(instant)).getTime()).toBe(instant.getTime())
  })
})
