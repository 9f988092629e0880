import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { inRepository } from '../repository.js'
import { listProjectFiles } from './source-files.js'

const isDocument = (file) => /^(docs\/.*|(packages|apps)\/[^/]+\/README|[A-Z]+)\.md$/.test(file)
/** `packages/nlu/src/understand.ts`, from the root; `src/understand.ts`, from the document's own package. */
const fromRoot = /`((?:packages|apps|tests|tools|docs|bin|\.ci)\/[^\s`]+)`/g
const fromPackage = /`((?:src|data|packs|bench|testing)\/[^\s`]+)`/g
const link = /\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g
const namedTest = /`([^\s`]+\.test\.[jt]s)`: “([^”]+)”/g
/** A pattern or a place to fill in, not a file. */
const isPattern = (name) => /[<>*{}…]/.test(name)

/** Returns one line for every file, link or test that the documents name and that does not exist. */
export async function findDeadPaths(root = inRepository()) {
  const documents = (await listProjectFiles(root)).filter(isDocument)
  const complaints = await Promise.all(documents.map((document) => judgeDocument(root, document)))
  return complaints.flat()
}

async function judgeDocument(root, document) {
  const text = withoutExamples(await readFile(path.join(root, document), 'utf8'))
  const folder = path.posix.dirname(document)
  const named = [
    ...matches(text, fromRoot),
    ...matches(text, link).map((name) => path.posix.join(folder, name)),
    ...(folder === '.' || folder.startsWith('docs') ? [] : matches(text, fromPackage)).map((name) =>
      path.posix.join(folder, name),
    ),
  ].filter((name) => !isPattern(name))
  const dead = await Promise.all([...new Set(named)].map((name) => judgePath(root, document, name)))
  const tests = await Promise.all([...text.matchAll(namedTest)].map(([, file, title]) => judgeTest(root, file, title)))
  return [...dead.flat(), ...tests.flat().map((complaint) => `${document}: ${complaint}`)]
}

const matches = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name)
const withoutExamples = (text) => text.replace(/^```[\s\S]*?^```/gm, '')

async function judgePath(root, document, name) {
  const exists = await stat(path.join(root, name)).then(
    () => true,
    () => false,
  )
  return exists ? [] : [`${document}: there is no ${name}`]
}

async function judgeTest(root, file, title) {
  const source = await readFile(path.join(root, file), 'utf8').catch(() => '')
  return source.includes(title) ? [] : [`${file} has no test "${title}"`]
}
