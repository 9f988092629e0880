import { defineConfig, type Plugin, type TestProjectConfiguration } from 'vitest/config'

/** Migrations and texts are imported as strings, as the bundler does it. */
const textFiles: Plugin = {
  name: 'text-files',
  enforce: 'pre',
  transform(source, id) {
    return /\.(sql|md)$/.test(id) ? { code: `export default ${JSON.stringify(source)}`, map: null } : undefined
  },
}

const elsewhere = ['**/node_modules/**', '**/dist/**', '**/.tsbuild/**']

const shared = {
  plugins: [textFiles],
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  // The environment that loads the global set-up.
  environments: { __vitest__: { resolve: { conditions: ['source'] } } },
}

interface Suite {
  readonly name: string
  readonly include: string[]
  readonly exclude?: string[]
  readonly patienceMs: number
  /** How long what is looked at again and again may take to come; a second where nothing is said. */
  readonly pollMs?: number
  /** False: one file at a time, where tests measure or kill. */
  readonly fileParallelism: boolean
  /** False: the files of a worker share what they import, which is read once. Default true. */
  readonly isolate?: boolean
}

/** A project does not extend the root: it would inherit the global set-up and run it once more. */
const project = ({
  name,
  include,
  exclude = elsewhere,
  patienceMs,
  pollMs = 1_000,
  fileParallelism,
  isolate = true,
}: Suite): TestProjectConfiguration => ({
  ...shared,
  test: {
    name,
    include,
    exclude,
    fileParallelism,
    isolate,
    // Children and native code live in tests: threads would share them.
    pool: 'forks',
    testTimeout: patienceMs,
    expect: { poll: { timeout: pollMs } },
    hookTimeout: Math.max(patienceMs, 30_000),
  },
})

const sources = '{apps,packages,tools,tests}/**'

export default defineConfig({
  ...shared,
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    // Two cores are what a small machine has.
    maxWorkers: 2,
    projects: [
      project({
        name: 'unit',
        include: [`${sources}/*.test.{ts,tsx,js}`],
        exclude: [...elsewhere, '**/*.{quality,faults,browser}.test.*'],
        patienceMs: 20_000,
        fileParallelism: true,
        // Importing the server took a third of the time. No test may leave anything behind: there is no global state.
        isolate: false,
      }),
      project({
        name: 'quality',
        include: [`${sources}/*.quality.test.ts`],
        patienceMs: 600_000,
        pollMs: 15_000,
        fileParallelism: false,
      }),
      project({
        name: 'faults',
        include: [`${sources}/*.faults.test.ts`],
        patienceMs: 120_000,
        fileParallelism: false,
      }),
      project({
        name: 'browser',
        include: ['tests/browser/**/*.browser.test.ts'],
        patienceMs: 120_000,
        // Two pages, servers and databases share two cores with whatever else the machine does.
        pollMs: 15_000,
        // What is waited for in one file leaves the cores to another: 502 instead of 689 seconds.
        fileParallelism: true,
      }),
    ],
  },
})
