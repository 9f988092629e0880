import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ConfigurationError, readConfiguration } from './configuration'
import { describeVariables } from './configuration-variables'

const problemsOf = (environment: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readConfiguration(environment)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems
    throw error
  }
  return []
}

describe('readConfiguration', () => {
  it('has a default for all that is needed', () => {
    expect(readConfiguration({})).toEqual({
      port: 8060,
      host: '127.0.0.1',
      dataDirectory: path.resolve('data'),
      isDemo: false,
      hasRateLimits: true,
      readsSentiment: true,
      secretKeys: [],
      questionDays: 180,
      maxFileBytes: 100_000_000,
      trustedProxies: ['loopback'],
      hookHosts: [],
      sourceDirectories: [],
      sourceHosts: [],
      allowsOfflineCopies: true,
      logLevel: 'info',
    })
  })

  it('prefers PARLEY_PORT to PORT', () => {
    expect(readConfiguration({ PORT: '90' }).port).toBe(90)
    expect(readConfiguration({ PORT: '90', PARLEY_PORT: '91' }).port).toBe(91)
  })

  it('counts an empty variable as not set', () => {
    expect(readConfiguration({ PARLEY_PORT: '', DATABASE_URL: '' }).port).toBe(8060)
  })

  it.each([
    ['off', false],
    ['0', false],
    ['on', true],
    ['1', true],
  ])('reads a switch: %s', (value, isOn) => {
    expect(readConfiguration({ PARLEY_RATE_LIMITS: value }).hasRateLimits).toBe(isOn)
  })

  it('names every wrong variable', () => {
    const problems = problemsOf({ PARLEY_PORT: 'eighty', DATABASE_URL: 'mysql://x', PARLEY_DEMO: 'perhaps' })
    expect(problems.map((problem) => problem.split(':')[0])).toEqual(['PARLEY_PORT', 'DATABASE_URL', 'PARLEY_DEMO'])
  })

  it('reads a secret from the file named for it', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'parley-secret-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = path.join(folder, 'password')
    writeFileSync(file, 'correct horse\n')
    const environment = { PARLEY_ADMIN_EMAIL: 'a@example.org', PARLEY_ADMIN_PASSWORD_FILE: file }
    expect(readConfiguration(environment).firstAdministrator?.password).toBe('correct horse')
  })

  it('takes keys of 32 bytes, the one in use first, and nothing else for a key', () => {
    const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
    const given = `${one.toString('base64')}, ${two.toString('base64')}`
    expect(readConfiguration({ PARLEY_SECRET_KEY: given }).secretKeys).toEqual([one, two])
    expect(() => readConfiguration({ PARLEY_SECRET_KEY: 'a passphrase' })).toThrow('PARLEY_SECRET_KEY')
  })

  it('says which secret file cannot be read', () => {
    expect(problemsOf({ DATABASE_URL_FILE: '/nowhere' })[0]).toContain('DATABASE_URL_FILE: /nowhere')
  })

  it('wants a bucket together with its keys', () => {
    const keys = { PARLEY_S3_ACCESS_KEY_ID: 'key', PARLEY_S3_SECRET_ACCESS_KEY: 'secret' }
    expect(() => readConfiguration({ PARLEY_S3_BUCKET: 'files' })).toThrow('PARLEY_S3_SECRET_ACCESS_KEY')
    expect(readConfiguration({ PARLEY_S3_BUCKET: 'files', ...keys }).s3).toMatchObject({ bucket: 'files' })
    expect(readConfiguration(keys).s3).toBeUndefined()
  })

  it('wants address and password of the first administrator together', () => {
    expect(problemsOf({ PARLEY_ADMIN_EMAIL: 'a@example.org' })[0]).toContain('together')
  })
})

it('describes every variable for the documentation', () => {
  for (const variable of describeVariables()) expect(variable.description, variable.name).not.toBe('')
})
