import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runParley } from './testing/run-parley'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-cli-'))
})
afterAll(() => rm(folder, { recursive: true }))

describe('the parley command', () => {
  it('tells its commands, in the language of the environment', async () => {
    const english = await runParley(['--help'])
    expect(english.code).toBe(0)
    for (const name of ['ask', 'understand', 'knowledge', 'eval', 'doctor', 'sign-in']) {
      expect(english.stdout).toMatch(new RegExp(`^ {2}${name} `, 'm'))
    }
    const chinese = await runParley(['--help'], { environment: { LANG: 'zh_CN.UTF-8' } })
    expect(chinese.stdout).toContain('用法：')
    expect(chinese.stdout).not.toContain('Usage:')
  })

  it('loads nothing heavy for its help', async () => {
    const traced = await runParley(['--help'], { environment: { NODE_DEBUG: 'esm,module' } })
    expect(traced.stderr).toContain('commander')
    expect(traced.stderr).not.toMatch(/onnxruntime|zod/)
  })

  it('tells its version', async () => {
    expect(await runParley(['--version'])).toMatchObject({ code: 0, stdout: 'parley 0.1.0\n' })
  })

  it('shows help and fails when the command is missing', async () => {
    const outcome = await runParley([])
    expect(outcome).toMatchObject({ code: 2, stdout: '' })
    expect(outcome.stderr).toContain('Usage:')
  })

  it.each([
    [['nonsense'], 'There is no command nonsense'],
    [['ask', '--bogus'], 'There is no option --bogus'],
    [['ask'], 'text is missing'],
    [['eval', 'intents'], '--test <file> is needed'],
    [['eval', 'intents', '--test', 'x', '--shots', 'many'], '--shots takes a whole number from 1 up'],
    [['--lang', 'fr', 'doctor'], '“fr” is no language'],
    [['ask', 'hi', '--url', 'ftp://example.org'], '“ftp://example.org” is no address'],
  ])('refuses %j with one line and exit code 2', async (parameters, line) => {
    const { code, stdout, stderr } = await runParley(parameters)
    expect(stderr).toContain(line)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  })

  it('speaks Chinese about mistakes when asked to', async () => {
    const { code, stderr } = await runParley(['nonsense', '--lang', 'zh'])
    expect(code).toBe(2)
    expect(stderr).toContain('没有 nonsense 这个命令')
  })

  it('ends with exit code 3 when no server answers', async () => {
    const outcome = await runParley(['ask', 'hello', '--url', 'http://127.0.0.1:9'])
    expect(outcome).toMatchObject({ code: 3, stdout: '' })
    expect(outcome.stderr).toBe(
      'parley: No server answers at http://127.0.0.1:9. Start it with npm start, or name another one with --url.\n',
    )
  })
})

describe('parley doctor', () => {
  it('checks what Parley needs, with one object as its result', { timeout: 60_000 }, async () => {
    const { code, stdout } = await runParley(['doctor', '--json', '--url', 'http://127.0.0.1:9'], {
      environment: { PARLEY_PORT: '0', DATABASE_URL: '', PARLEY_DATA_DIR: folder },
    })
    const { status, checks } = JSON.parse(stdout)
    expect(checks.map(({ check }: { check: string }) => check)).toEqual(
      expect.arrayContaining(['node', 'packages', 'database', 'disk', 'model', 'encoder', 'port', 'server']),
    )
    expect(code).toBe(status === 'fail' ? 1 : 0)
    expect(checks.find(({ check }: { check: string }) => check === 'node').status).toBe('ok')
  })

  it('fails, and says what to do, when the database named cannot be reached', { timeout: 60_000 }, async () => {
    const { code, stdout } = await runParley(['doctor'], {
      environment: { DATABASE_URL: 'postgresql://127.0.0.1:9/none', PARLEY_PORT: '0', PARLEY_MODEL_DIR: folder },
    })
    expect(code).toBe(1)
    expect(stdout).toMatch(/✗ +Database +DATABASE_URL cannot be reached: .*ECONNREFUSED/)
    expect(stdout).toContain('→ Start that server')
    expect(stdout).toContain('Parley cannot run like this')
  })

  it('warns when there is no model, and finds a damaged one', { timeout: 60_000 }, async () => {
    const look = async () => {
      const environment = { PARLEY_MODEL_DIR: folder, PARLEY_PORT: '0', DATABASE_URL: '' }
      const { stdout } = await runParley(['doctor', '--json'], { environment })
      return JSON.parse(stdout).checks.find(({ check }: { check: string }) => check === 'model')
    }
    expect(await look()).toMatchObject({ status: 'warn' })
    await writeFile(join(folder, 'e5-small-q4.bin'), 'not a model')
    expect(await look()).toMatchObject({ status: 'fail', detail: expect.stringContaining('is damaged') })
    await rm(join(folder, 'e5-small-q4.bin'))
  })
})
