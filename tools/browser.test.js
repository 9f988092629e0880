import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inRepository } from './repository.js'

const isRoot = process.getuid?.() === 0
const browserProgram = "#!/bin/sh\necho 'Chromium 156.0.1'\n"
/** Nothing listens there. */
const nowhere = 'http://127.0.0.1:9'

let folder
let programs

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'parley-browser-test-'))
  programs = path.join(folder, 'bin')
  await mkdir(programs)
  // A machine with a Chinese font, unless a test says otherwise.
  await plant('fc-list', "#!/bin/sh\necho 'WenQuanYi Micro Hei'\n")
})

afterEach(() => rm(folder, { recursive: true }))

async function plant(name, content) {
  const file = path.join(programs, name)
  await writeFile(file, content)
  await chmod(file, 0o755)
  return file
}

/** An `apt-get` that writes down how it was called, and then does as told. */
const plantAptGet = (deeds) =>
  plant('apt-get', `#!/bin/sh\necho "$DEBIAN_FRONTEND: $*" >> "${folder}/apt-get.log"\n${deeds}\n`)

const aptGetCalls = async () => (await readFile(path.join(folder, 'apt-get.log'), 'utf8')).trimEnd().split('\n')

const installing = (name, content) =>
  `case "$*" in *" ${name}") printf '%s' '${content.replaceAll("'", "'\\''")}' > "${programs}/$target"; /bin/chmod 755 "${programs}/$target";; esac`

/** `tools/browser.js` on a machine whose only programs are the planted ones. */
async function findBrowser(downloadHost = nowhere) {
  const child = spawn(process.execPath, [inRepository('tools/browser.js')], {
    env: {
      HOME: folder,
      PATH: programs,
      PLAYWRIGHT_BROWSERS_PATH: path.join(folder, 'playwright'),
      PLAYWRIGHT_DOWNLOAD_HOST: downloadHost,
    },
  })
  const said = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr']) child[name].on('data', (piece) => (said[name] += piece))
  const [code] = await once(child, 'close')
  return { code, browser: said.stdout.trim(), stderr: said.stderr }
}

describe.runIf(process.platform === 'linux')('the browser for tests', () => {
  it('is the one that is there, and nothing is installed', async () => {
    await plantAptGet('exit 1')
    const chromium = await plant('chromium', browserProgram)
    expect(await findBrowser()).toMatchObject({ code: 0, browser: chromium, stderr: '' })
    await expect(aptGetCalls()).rejects.toThrow('ENOENT')
  })

  it('is not a stub that only says where to get the browser', async () => {
    await plant('chromium-browser', "#!/bin/sh\necho 'snap install chromium' >&2\nexit 1\n")
    const chrome = await plant('google-chrome', browserProgram)
    expect(await findBrowser()).toMatchObject({ code: 0, browser: chrome })
  })

  it.runIf(isRoot)('is Debian’s package when there is none', async () => {
    await plantAptGet(`target=chromium; ${installing('chromium', browserProgram)}`)
    const { code, browser } = await findBrowser()
    expect(code).toBe(0)
    expect(browser).toBe(path.join(programs, 'chromium'))
    expect(await aptGetCalls()).toEqual([
      'noninteractive: update -q',
      'noninteractive: install -y -q --no-install-recommends chromium',
    ])
  })

  it.runIf(isRoot)('gets a Chinese font where there is none', async () => {
    await plant('fc-list', '#!/bin/sh\n')
    await plant('chromium', browserProgram)
    await plantAptGet(`target=fc-list; ${installing('fonts-wqy-microhei', "#!/bin/sh\necho 'WenQuanYi'\n")}`)
    const { code, stderr } = await findBrowser()
    expect(code).toBe(0)
    expect(stderr).not.toContain('boxes')
    expect((await aptGetCalls()).at(-1)).toBe(
      'noninteractive: install -y -q --no-install-recommends fonts-wqy-microhei',
    )
  })

  it('says so when the font cannot be had, and goes on', async () => {
    await plant('fc-list', '#!/bin/sh\n')
    await plant('chromium', browserProgram)
    await plantAptGet('exit 100')
    const { code, stderr } = await findBrowser()
    expect(code).toBe(0)
    expect(stderr).toContain('there is no Chinese font: pictures will show boxes')
  })

  it('is Playwright’s own download where Debian’s package cannot be had', { timeout: 60_000 }, async () => {
    await plantAptGet('exit 100')
    const host = await serveBrowserArchive()
    const { code, browser, stderr } = await findBrowser(host.url).finally(host.close)
    expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
    expect(browser.startsWith(path.join(folder, 'playwright'))).toBe(true)
    expect(host.asked.length).toBeGreaterThan(0)
  })

  it('is asked of the person when nothing can be had, in one line and with exit code 1', {
    timeout: 60_000,
  }, async () => {
    await plantAptGet('exit 100')
    const { code, stderr } = await findBrowser()
    expect(code).toBe(1)
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^parley: no Chromium was found and none could be installed\. /)
  })
})

/** A download host that gives everybody one archive with a browser in it, under the names that Playwright expects. */
async function serveBrowserArchive() {
  const asked = []
  const archive = zipOf(
    [
      'chrome-linux64/chrome',
      'chrome-linux/chrome',
      'chrome-headless-shell-linux64/chrome-headless-shell',
      'ffmpeg-linux',
    ],
    Buffer.from(browserProgram),
  )
  const server = createServer((request, response) => {
    asked.push(request.url)
    response.setHeader('content-length', archive.length).end(request.method === 'HEAD' ? undefined : archive)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const close = () => new Promise((resolve) => server.close(resolve))
  return { url: `http://127.0.0.1:${server.address().port}`, asked, close }
}

/** The smallest archive that unpacks: files stored as they are, no checksums (APPNOTE.TXT 4.3). */
function zipOf(names, content) {
  const header = (signature, size, fields) => {
    const bytes = Buffer.alloc(size)
    bytes.writeUInt32LE(signature, 0)
    for (const [offset, value, width] of fields) bytes.writeUIntLE(value, offset, width)
    return bytes
  }
  const locals = names.map((name) =>
    Buffer.concat([
      header(0x04034b50, 30, [
        [4, 20, 2],
        [18, content.length, 4],
        [22, content.length, 4],
        [26, name.length, 2],
      ]),
      Buffer.from(name),
      content,
    ]),
  )
  const offsets = locals.map((_local, index) => locals.slice(0, index).reduce((sum, { length }) => sum + length, 0))
  const centrals = names.map((name, index) =>
    Buffer.concat([
      header(0x02014b50, 46, [
        [4, 0x0314, 2],
        [6, 20, 2],
        [20, content.length, 4],
        [24, content.length, 4],
        [28, name.length, 2],
        [38, 0o100755 * 0x10000, 4],
        [42, offsets[index], 4],
      ]),
      Buffer.from(name),
    ]),
  )
  const [files, directory] = [Buffer.concat(locals), Buffer.concat(centrals)]
  const end = header(0x06054b50, 22, [
    [8, names.length, 2],
    [10, names.length, 2],
    [12, directory.length, 4],
    [16, files.length, 4],
  ])
  return Buffer.concat([files, directory, end])
}
