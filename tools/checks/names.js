import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { inRepository } from '../repository.js'
import { listProjectFiles } from './source-files.js'

const kebabCase = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/
const forbiddenFiles = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'manager'])
const isChecked = (file) => /^(packages|apps|tests|tools|bin)\/.*\.(ts|tsx|js|css)$/.test(file)
/** A word declared as a variable, parameter, function or property of a pattern; strings and comments are cut first. */
const forbiddenIdentifiers =
  /\b(?:const|let|var|function)\s+(msg|req|cfg|ctx|utils|helpers)\b|[(,]\s*(msg|req|cfg|ctx)\b\s*[,:)=]/

/** Returns one line for every file or identifier whose name says nothing. */
export async function findBadNames(root = inRepository()) {
  const files = (await listProjectFiles(root)).filter(isChecked)
  const inside = await Promise.all(
    files.filter((file) => !file.endsWith('.css')).map((file) => findBadIdentifiers(root, file)),
  )
  return [...files.flatMap(judgeFileName), ...inside.flat()]
}

function judgeFileName(file) {
  const name = path.posix.basename(file)
  const stem = name.slice(0, name.indexOf('.'))
  if (!kebabCase.test(name)) return [`${file}: file names are kebab-case`]
  return forbiddenFiles.has(stem) ? [`${file}: say what it holds`] : []
}

async function findBadIdentifiers(root, file) {
  const lines = (await readFile(path.join(root, file), 'utf8')).split('\n')
  return lines.flatMap((line, index) => {
    const found = forbiddenIdentifiers.exec(withoutText(line))
    return found ? [`${file}:${index + 1}: "${found[1] ?? found[2]}" is no name`] : []
  })
}

const withoutText = (line) => line.replace(/(['"`/]).*?\1|\/\/.*|^\s*\*.*/g, '')
