import { type Language, translate } from '@parley/locale'
import type { ModelTrouble } from './assistant/start-language-engine'

/** What takes a moment while a server starts or stops. */
export type StartStep = 'database' | 'languageModel' | 'fetching' | 'training' | 'stopping'

export const progressLine = (step: StartStep, language: Language): string =>
  `parley: ${translate(language, `server.progress.${step}`)}`

/** Why the server goes on without its language model: said on the terminal, too, for nobody reads logs at a start. */
export const troubleLine = ({ code, detail }: ModelTrouble, language: Language): string =>
  `parley: ${code}: ${translate(language, `server.trouble.${code}`, { detail })}`

export interface Entrances {
  readonly url: string
  /** Where an empty server is set up, once. */
  readonly setupLink: string | null
  readonly demoPassword: DemoPassword | null
}

/** The password of a demonstration, shown once, and who signs in with it. */
export interface DemoPassword {
  readonly password: string
  /** Null where the owner has a password of their own. */
  readonly owner: string | null
  /** Two of the others. */
  readonly first: string
  readonly second: string
}

/** How to enter a server that listens. Its last line is the same in every language: other programs look for it. */
export function readyLines({ url, setupLink, demoPassword }: Entrances, language: Language): string[] {
  return [
    ...(setupLink === null ? [] : [translate(language, 'server.ready.setupLink', { link: setupLink })]),
    ...(demoPassword === null ? [] : [demoPasswordLine(demoPassword, language)]),
    `Parley is ready at ${url}`,
  ]
}

function demoPasswordLine({ owner, ...others }: DemoPassword, language: Language): string {
  return owner === null
    ? translate(language, 'server.ready.demoPasswordOfOthers', others)
    : translate(language, 'server.ready.demoPassword', { ...others, owner })
}
