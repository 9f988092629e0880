import { describe, expect, test } from 'vitest'
import { ConfigurationError } from './configuration'
import { DatabaseStartError, type DatabaseStartErrorCode } from './database'
import { explainStartError, terminalLanguage } from './explain-start-error'

/** The compiler sees to it that no code is missing. */
const parametersOf: Record<DatabaseStartErrorCode, Record<string, string | number>> = {
  already_running: { pid: 12_345, host: 'here' },
  bundled_database_unavailable: { platform: 'sunos-sparc' },
  bundled_database_failed: { detail: 'LOG: one\nLOG: two\nFATAL: three\n', logFile: '/data/postgres.log' },
  bundled_database_stuck: { pid: 12_345 },
  data_version_mismatch: { found: '17', needed: '18', directory: '/data/postgres' },
  data_directory_not_owned: { directory: '/data', owner: 1000 },
  data_directory_not_writable: { directory: '/data', detail: 'EROFS' },
  data_directory_unreachable: { directory: '/data' },
  data_missing: { directory: '/elsewhere', link: '/data/postgres' },
  disk_full: { detail: 'No space left on device' },
  database_unreachable: { detail: 'ECONNREFUSED' },
  database_too_old: { version: '13.2', needed: 15 },
  database_not_utf8: { encoding: 'SQL_ASCII', command: 'createdb x' },
}
const codes = Object.entries(parametersOf)

describe('a start that fails', () => {
  test.each(codes)('%s is told in one line, in both languages, with its code and no gap', (code, parameters) => {
    const error = new DatabaseStartError(code as DatabaseStartErrorCode, parameters)
    const [zh, en] = [explainStartError(error, 'zh'), explainStartError(error, 'en')]
    for (const text of [zh, en]) {
      expect(text).toMatch(new RegExp(`^parley: ${code}: .+$`))
      expect(text).not.toMatch(/[{}…]/)
    }
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
  })

  test('has a text of its own for every code', () => {
    const texts = codes.map(([code, parameters]) =>
      explainStartError(new DatabaseStartError(code as DatabaseStartErrorCode, parameters), 'en').replace(code, ''),
    )
    expect(new Set(texts).size).toBe(texts.length)
    expect(texts.filter((text) => text.includes('Parley cannot start'))).toEqual([])
  })

  test('names a process by its number, not as an amount', () => {
    const error = new DatabaseStartError('already_running', parametersOf.already_running)
    expect(explainStartError(error, 'en')).toContain('process 12345')
  })

  test('tells what the system refused, and anything else as it is', () => {
    const busy = Object.assign(new Error('listen EADDRINUSE'), { code: 'EADDRINUSE' })
    expect(explainStartError(busy, 'en')).toContain('port_in_use: ')
    expect(explainStartError(busy, 'zh')).toContain('端口已被占用')
    expect(explainStartError(new Error('odd'), 'en')).toBe('parley: unexpected: Parley cannot start: odd')
  })

  test('lists every problem of the configuration', () => {
    const error = new ConfigurationError(['PARLEY_PORT: too big', 'PARLEY_HOST: odd'])
    expect(explainStartError(error, 'en').split('\n').slice(1)).toEqual(error.problems)
  })
})

test('the language is the terminal’s', () => {
  expect(terminalLanguage({ LANG: 'zh_CN.UTF-8' })).toBe('zh')
  expect(terminalLanguage({ LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN.UTF-8' })).toBe('en')
  expect(terminalLanguage({ LANG: 'C.UTF-8' })).toBe('en')
  expect(terminalLanguage({})).toBe('en')
})
