import type { Language } from '@parley/locale'

/** The language to speak: `--lang` where it is given and known, else what the environment asks for. */
export function chooseLanguage(argv: readonly string[], environment: NodeJS.ProcessEnv = process.env): Language {
  const wanted = optionValue(argv, '--lang')
  return wanted === 'zh' || wanted === 'en' ? wanted : environmentLanguage(environment)
}

/** POSIX: `LC_ALL` before `LC_MESSAGES` before `LANG`. */
function environmentLanguage({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): Language {
  return (LC_ALL || LC_MESSAGES || LANG || '').toLowerCase().startsWith('zh') ? 'zh' : 'en'
}

/** Read before the arguments are parsed: the parser's own words need the language already. */
function optionValue(argv: readonly string[], name: string): string | undefined {
  const at = argv.findIndex((argument) => argument === name || argument.startsWith(`${name}=`))
  const found = argv[at]
  return found?.includes('=') ? found.slice(name.length + 1) : argv[at + (at < 0 ? argv.length : 0) + 1]
}
