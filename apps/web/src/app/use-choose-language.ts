import type { Language } from '@parley/protocol'
import { useCallback } from 'react'
import { useToast } from '../components/toasts'
import { describeError } from './describe-error'
import { loadTexts } from './texts'
import { useServices } from './use-services'

/** Switches as soon as its texts are here, and keeps it in the account of whoever is signed in. */
export function useChooseLanguage(): (language: Language) => void {
  const { client, preferences } = useServices()
  const toast = useToast()
  return useCallback(
    (language) => {
      const before = preferences.get().language
      const choose = async () => {
        await loadTexts(language)
        preferences.set({ language })
        if (client.getState().session) await client.command('users.updateProfile', { language })
      }
      choose().catch((error: unknown) => {
        preferences.set({ language: before })
        toast({ text: describeError(error, before).text })
      })
    },
    [client, preferences, toast],
  )
}
