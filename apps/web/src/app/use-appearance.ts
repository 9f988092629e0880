import { useEffect } from 'react'
import { loadTexts } from './texts'
import { useClient, usePreferences, useServices } from './use-services'

/** Also while the edge is dragged, before the width is kept. */
export const showSidebarWidth = (width: number): void =>
  document.documentElement.style.setProperty('--rail', `${width}px`)

/** Puts language, theme and the sidebar's width on the page, and follows the language of the account that signs in. */
export function useAppearance(): void {
  const { preferences } = useServices()
  const { language, theme, sidebarWidth } = usePreferences()
  const accountLanguage = useClient((state) => state.session?.me.language)
  useEffect(() => {
    if (!accountLanguage) return
    let isCurrent = true
    // What was kept on the device may name another language than the server does a moment later.
    const follow = () => isCurrent && preferences.set({ language: accountLanguage })
    // Texts that cannot be had leave the page in the language it has.
    loadTexts(accountLanguage).then(follow, () => undefined)
    return () => {
      isCurrent = false
    }
  }, [accountLanguage, preferences])
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
    // Whoever installs the page finds it under words of their language.
    document.querySelector('link[rel=manifest]')?.setAttribute('href', `/manifest.${language}.webmanifest`)
  }, [language])
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  useEffect(() => showSidebarWidth(sidebarWidth), [sidebarWidth])
}
