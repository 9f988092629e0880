import type { PageTextKey, ParametersOf } from '@parley/locale'
import { useMemo } from 'react'
import { textIn } from './texts'
import { useLanguage } from './use-services'

/** Words for people, in their language: `text('web.tasks.due')`, `text('web.nav.unread', { count: 3 })`. */
export type Text = <Key extends PageTextKey>(key: Key, ...parameters: ParametersOf<Key>) => string

export function useText(): Text {
  const language = useLanguage()
  return useMemo<Text>(
    () =>
      (key, ...parameters) =>
        textIn(language, key, ...parameters),
    [language],
  )
}
