import { defineConfig, type Plugin } from 'vitest/config'

/** Migrations and texts are imported as strings, as the bundler does it. */
const textFiles: Plugin = {
  name: 'text-files',
  enforce: 'pre',
  transform(source, id) {
    return /\.(sql|md)$/.test(id) ? { code: `export default ${JSON.stringify(source)}`, map: null } : undefined
  },
}

const elsewhere = [
  '**/node_modules/**',
  '**/dist/**',
  '**/.tsbuild/**',
  '**/*.quality.test.*',
  '**/*.faults.test.*',
  '**/*.browser.test.*',
]

export default defineConfig({
  plugins: [textFiles],
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    globalSetup: ['tests/support/global-setup.ts'],
    // Children and native code live in tests: a process of its own for each file, and two cores to share.
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{apps,packages,tools,tests}/**/*.test.{ts,tsx,js}'],
          exclude: elsewhere,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'quality',
          include: ['{apps,packages,tests}/**/*.quality.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: ['{apps,packages,tests}/**/*.faults.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.browser.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
