import { readFile, writeFile } from 'node:fs/promises'
import { inRepository, isStartedDirectly, progress, runCommand } from './repository.js'

const file = inRepository('docs', 'configuration.md')

/** Returns one line when `docs/configuration.md` does not say what the code does. */
export async function findStaleDocs() {
  const written = await readFile(file, 'utf8').catch(() => '')
  return written === (await renderConfiguration())
    ? []
    : ['docs/configuration.md is stale: node tools/configuration-docs.js']
}

export async function renderConfiguration() {
  const { describeVariables, secretVariables } = await loadConfigurationModule()
  const rows = describeVariables().map(({ name, defaultValue, description }) => {
    const shownDefault = defaultValue === undefined ? '' : `\`${defaultValue}\``
    return `| \`${name}\` | ${shownDefault} | ${description} |`
  })
  const secrets = new Intl.ListFormat('en', { type: 'disjunction' }).format(
    secretVariables.map((name) => `\`${name}_FILE\``),
  )
  return [
    '# Configuration',
    '',
    'Parley is configured by environment variables. An empty variable counts as not set.',
    `Instead of a secret itself, ${secrets} may name a file that holds it.`,
    '',
    '| variable | default | meaning |',
    '|---|---|---|',
    ...rows,
    '',
    '<!-- Made from apps/server/src/configuration-variables.ts by `node tools/configuration-docs.js`. -->',
    '',
  ].join('\n')
}

/** The one module, bundled in memory: the whole server need not build for its settings to be described. */
async function loadConfigurationModule() {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [inRepository('apps/server/src/configuration-variables.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    conditions: ['source'],
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`)
}

if (isStartedDirectly(import.meta.url)) {
  await runCommand(async () => {
    await writeFile(file, await renderConfiguration())
    progress('wrote docs/configuration.md')
  })
}
