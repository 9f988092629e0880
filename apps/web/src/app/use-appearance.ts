import { useEffect } from 'react'
import { useClient, usePreferences, useServices } from './use-services'

/** Puts language and theme on the page, and follows the language of the account that signs in. */
export function useAppearance(): void {
  const { preferences } = useServices()
  const { language, theme } = usePreferences()
  const accountLanguage = useClient((state) => state.session?.me.language)
  useEffect(() => {
    if (accountLanguage) preferences.set({ language: accountLanguage })
  }, [accountLanguage, preferences])
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  }, [language])
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
}
