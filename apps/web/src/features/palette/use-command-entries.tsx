import {
  AlarmClock,
  AtSign,
  Bell,
  Bookmark,
  BookOpen,
  CalendarClock,
  Compass,
  FilePlus2,
  Hash,
  Inbox,
  Keyboard,
  Languages,
  ListChecks,
  ListTodo,
  LogOut,
  MessageSquare,
  MessageSquareReply,
  SunMoon,
  Users,
} from 'lucide-react'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import { textIn } from '../../app/texts'
import { useChooseLanguage } from '../../app/use-choose-language'
import { useOverlay } from '../../app/use-overlay'
import { useLanguage, useServices } from '../../app/use-services'
import { useSignOut } from '../../app/use-sign-out'
import { useText } from '../../app/use-text'
import { LATER_PATH, REMINDERS_PATH } from '../later/later-path'
import { useIsGuest } from '../people/use-is-guest'
import { themes } from '../shell/preference-choices'
import { THREADS_PATH } from '../threads/thread-place'
import type { PaletteEntry } from './filter-entries'

/** Pages, dialogs, language, theme. Found by their names in both languages. */
export function useCommandEntries(): readonly PaletteEntry[] {
  const plain = usePlainEntries()
  const preferences = usePreferenceEntries()
  return useMemo(() => [...plain, ...preferences], [plain, preferences])
}

const NOT_FOR_GUESTS: ReadonlySet<string> = new Set(['web.nav.newChannel', 'web.nav.browse', 'web.knowledge.add'])

function usePlainEntries(): readonly PaletteEntry[] {
  const text = useText()
  const { open } = useOverlay()
  const [, navigate] = useLocation()
  const signOut = useSignOut()
  const isGuest = useIsGuest()
  return useMemo(() => {
    const rows = [
      ['web.threads.title', MessageSquareReply, () => navigate(THREADS_PATH)],
      ['web.unreads.title', Inbox, () => navigate('/unreads')],
      ['web.mentions.title', AtSign, () => navigate('/mentions')],
      ['web.saved.title', Bookmark, () => navigate('/saved')],
      ['web.later.title', CalendarClock, () => navigate(LATER_PATH)],
      ['web.later.reminders', AlarmClock, () => navigate(REMINDERS_PATH)],
      ['web.notices.title', Bell, () => navigate('/notifications')],
      ['web.nav.tasks', ListChecks, () => navigate('/tasks')],
      ['web.nav.knowledge', BookOpen, () => navigate('/knowledge')],
      ['web.nav.people', Users, () => navigate('/people')],
      ['web.nav.newChannel', Hash, () => open({ kind: 'create-channel' })],
      ['web.nav.newDirect', MessageSquare, () => open({ kind: 'new-direct' })],
      ['web.nav.browse', Compass, () => open({ kind: 'browse' })],
      ['web.tasks.new', ListTodo, () => open({ kind: 'new-task', title: '', channelId: null })],
      ['web.knowledge.add', FilePlus2, () => open({ kind: 'add-document' })],
      ['web.nav.keys', Keyboard, () => open({ kind: 'keys' })],
      ['web.nav.signOut', LogOut, signOut],
    ] as const
    const offered = rows.filter(([key]) => !(isGuest && NOT_FOR_GUESTS.has(key)))
    return offered.map(([key, Icon, run]) => ({
      id: key,
      kind: 'command' as const,
      label: text(key),
      keywords: [textIn('zh', key), textIn('en', key)],
      icon: <Icon size={16} />,
      run,
    }))
  }, [text, open, navigate, signOut, isGuest])
}

function usePreferenceEntries(): readonly PaletteEntry[] {
  const text = useText()
  const { preferences } = useServices()
  const other = useLanguage() === 'zh' ? 'en' : 'zh'
  const chooseLanguage = useChooseLanguage()
  return useMemo(() => {
    const language: PaletteEntry = {
      id: 'language',
      kind: 'command',
      label: text('web.palette.toLanguage', { language: text(`web.language.${other}`) }),
      keywords: [textIn('zh', 'web.language.label'), textIn('en', 'web.language.label')],
      icon: <Languages size={16} />,
      run: () => chooseLanguage(other),
    }
    const themeEntries = themes.map(
      (theme): PaletteEntry => ({
        id: `theme-${theme}`,
        kind: 'command',
        label: text('web.palette.theme', { theme: text(`web.theme.${theme}`) }),
        keywords: [textIn('zh', `web.theme.${theme}`), textIn('en', `web.theme.${theme}`)],
        icon: <SunMoon size={16} />,
        run: () => preferences.set({ theme }),
      }),
    )
    return [language, ...themeEntries]
  }, [text, other, chooseLanguage, preferences])
}
