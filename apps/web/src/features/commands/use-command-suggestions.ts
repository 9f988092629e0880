import type { QueryAnswer } from '@parley/protocol'
import { useEffect, useMemo, useState } from 'react'
import { matchesName } from '../../app/name-match'
import { usePinyin } from '../../app/use-pinyin'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import type { Suggestion } from '../composer/suggestion'
import type { OwnCommand } from './command-table'
import { usageOf } from './usage-of'

type Integration = QueryAnswer<'commands.list'>['commands'][number]

/** Parley's commands and those of integrations whose name a query begins; none once it is whole, or for null. */
export function useCommandSuggestions(query: string | null): readonly Suggestion[] {
  const { own, integrations } = useCommands(query !== null)
  const text = useText()
  const language = useLanguage()
  const pinyin = usePinyin(query !== null && query !== '')
  return useMemo(() => {
    if (query === null) return []
    const offered = [
      ...own.map((command) => offerOwn(command, { text, language, query })),
      ...integrations.map((command) => offerIntegration(command, language)),
    ]
    const given = query.toLowerCase()
    if (offered.some(({ called }) => called.includes(given))) return []
    const begins = ({ called }: Offered) => called.some((name) => name.startsWith(given))
    const fits = ({ called }: Offered) => called.some((name) => matchesName(name, query, pinyin))
    return [...offered.filter(begins), ...offered.filter((it) => fits(it) && !begins(it))].map((it) => it.suggestion)
  }, [query, own, integrations, text, language, pinyin])
}

interface Offered {
  readonly called: readonly string[]
  readonly suggestion: Suggestion
}

interface Reading {
  readonly text: ReturnType<typeof useText>
  readonly language: ReturnType<typeof useLanguage>
  readonly query: string
}

function offerOwn(command: OwnCommand, { text, language, query }: Reading): Offered {
  const { name, aliases } = command
  const isLatin = language === 'en' || (query !== '' && name.startsWith(query.toLowerCase()))
  const shown = isLatin ? name : aliases[0]
  return {
    called: [name, ...aliases],
    suggestion: {
      id: name,
      label: `/${shown}`,
      detail: usageOf(command, text),
      note: text(`web.commands.${name}.help`),
      picture: 'command',
      inserted: `/${shown} `,
    },
  }
}

const offerIntegration = ({ id, name, usage, description }: Integration, language: 'en' | 'zh'): Offered => ({
  called: [name.toLowerCase()],
  suggestion: {
    id,
    label: `/${name}`,
    detail: usage,
    note: description[language],
    picture: 'integration',
    inserted: `/${name} `,
  },
})

const NONE = { own: [] as readonly OwnCommand[], integrations: [] as readonly Integration[] }

/** Fetched when first wanted, and afresh each time that a slash is typed. */
function useCommands(isWanted: boolean) {
  const { http } = useServices()
  const [commands, setCommands] = useState(NONE)
  useEffect(() => {
    if (!isWanted) return
    const cancel = new AbortController()
    import('./command-table')
      .then(({ commandTable: own }) => setCommands((before) => ({ ...before, own })))
      // Without it a name can still be written out.
      .catch(() => undefined)
    http
      .query('commands.list', {}, { signal: cancel.signal })
      .then(({ commands: integrations }) => setCommands((before) => ({ ...before, integrations })))
      .catch(() => undefined)
    return () => cancel.abort()
  }, [http, isWanted])
  return commands
}
