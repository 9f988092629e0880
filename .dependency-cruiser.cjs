/** The arrows of docs/architecture.md: which part of Parley may import which. */
const language = {
  text: [],
  inference: [],
  nlu: ['text', 'inference'],
  knowledge: ['text', 'inference'],
  dialogue: ['text', 'nlu', 'knowledge'],
  learning: ['text', 'inference', 'nlu', 'knowledge', 'dialogue'],
}

const messenger = {
  protocol: [],
  locale: [],
  client: ['protocol'],
  testkit: ['protocol', 'client', 'server'],
  server: ['protocol', 'locale', 'text', 'inference', 'nlu', 'knowledge', 'dialogue'],
  web: ['protocol', 'locale', 'client'],
  cli: [...Object.keys(language), 'protocol', 'locale', 'client'],
}

/** What tests may import beyond that, besides the testkit. */
const testsMayImport = { locale: ['protocol'], server: ['client'] }

const mayImport = { ...language, ...messenger }
const folder = (part) => (['server', 'web', 'cli'].includes(part) ? `apps/${part}` : `packages/${part}`)
const anyOf = (parts) => `^(${parts.map(folder).join('|')})/`
/** Tests, and what only they use. */
const test = '(\\.test\\.[jt]sx?$|/testing/)'

/** The server's own process that measures, and what it is told and tells: the server itself never does. */
const measuring = '^apps/server/src/jobs/evaluate-(child|wire)\\.ts$'

/** What a part may not import; its tests may also boot the whole of Parley. */
const partRules = Object.entries(mayImport).flatMap(([part, allowed]) => [
  {
    name: `${part}-imports-only-what-it-may`,
    severity: 'error',
    from: { path: anyOf([part]), pathNot: [test, measuring] },
    to: { path: '^(packages|apps|tests|tools)/', pathNot: anyOf([part, ...allowed]) },
  },
  {
    name: `${part}-tests-import-only-what-they-may`,
    severity: 'error',
    from: { path: `${anyOf([part])}.*${test}` },
    to: { path: '^(packages|apps)/', pathNot: anyOf([part, ...allowed, 'testkit', ...(testsMayImport[part] ?? [])]) },
  },
])

const entryRules = Object.keys(mayImport).map((part) => ({
  name: `${part}-is-entered-by-its-front-door`,
  severity: 'error',
  comment:
    'One entry file a package, with names re-exported by hand; the protocol has a second one, which a page fetches late.',
  from: { path: '^(packages|apps|tests)/', pathNot: `^${folder(part)}/` },
  to: {
    path: `^${folder(part)}/`,
    pathNot: `^${folder(part)}/src/(index\\.ts|rare-endpoints\\.ts|database/test-postgres\\.ts)$`,
  },
}))

/** Inside the server: edges → commands, queries → policies, store. */
const layers = [
  ['http', 'realtime', 'assistant', 'notifications', 'jobs', 'integrations'],
  ['commands', 'queries'],
  ['policies', 'store'],
]
const serverFolder = (names) => `^apps/server/src/(${names.join('|')})/`
const layerRules = layers.slice(1).map((names, depth) => ({
  name: `server-${names.join('-and-')}-look-only-down`,
  severity: 'error',
  from: { path: serverFolder(names), pathNot: test },
  to: { path: serverFolder(layers.slice(0, depth + 1).flat()) },
}))

module.exports = {
  forbidden: [
    ...partRules,
    ...entryRules,
    ...layerRules,
    {
      name: 'store-stands-on-nothing',
      severity: 'error',
      from: { path: serverFolder(['store']), pathNot: test },
      to: { path: serverFolder(['policies', ...layers.slice(0, 2).flat()]) },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      // SQL is read as if it were JavaScript: the word "import" in a comment is none. The manifest of numfmt names its
      // declarations by endings that they do not have; Node and TypeScript find it all the same.
      from: { pathNot: '\\.sql$' },
      to: { couldNotResolve: true, pathNot: '^(virtual:|/|data:|numfmt$)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.tsbuild)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'types', 'node', 'default', 'require'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json', '.sql', '.css'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
