import { Check, Undo2 } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { undoChoices } from '../../app/preferences'
import { useChooseLanguage } from '../../app/use-choose-language'
import { useClient, usePreferences, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'

export const themes = ['system', 'light', 'dark'] as const
export const languages = ['zh', 'en'] as const

export function LanguageChoice() {
  const text = useText()
  const { language } = usePreferences()
  const choose = useChooseLanguage()
  return (
    <DropdownMenu.RadioGroup value={language}>
      <DropdownMenu.Label className="menu__label">{text('web.language.label')}</DropdownMenu.Label>
      {languages.map((value) => (
        <Choice key={value} value={value} onChoose={() => choose(value)}>
          <span lang={value === 'zh' ? 'zh-CN' : 'en'}>{text(`web.language.${value}`)}</span>
        </Choice>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

export function ThemeChoice() {
  const text = useText()
  const { preferences } = useServices()
  const { theme } = usePreferences()
  return (
    <DropdownMenu.RadioGroup value={theme}>
      <DropdownMenu.Label className="menu__label">{text('web.theme.label')}</DropdownMenu.Label>
      {themes.map((value) => (
        <Choice key={value} value={value} onChoose={() => preferences.set({ theme: value })}>
          {text(`web.theme.${value}`)}
        </Choice>
      ))}
    </DropdownMenu.RadioGroup>
  )
}

/** Switched off, what was kept goes at once. Where the server allows no copies there is nothing to choose. */
export function OfflineChoice() {
  const text = useText()
  const { preferences, keeper, client } = useServices()
  const { keepsMessages } = usePreferences()
  const isAllowed = useClient(({ serverSays }) => serverSays?.allowsOfflineCopies !== false)
  const choose = (keepsMessages: boolean) => {
    preferences.set({ keepsMessages })
    if (keepsMessages) client.keepNow()
    else keeper.clear().catch(() => undefined)
  }
  if (!isAllowed) return null
  return (
    <DropdownMenu.CheckboxItem
      className="menu__item menu__item--choice"
      checked={keepsMessages}
      onCheckedChange={choose}
      onSelect={(event) => event.preventDefault()}
    >
      <span>
        {text('web.offline.keep')}
        <span className="menu__hint">{text('web.offline.keepHint')}</span>
      </span>
      <DropdownMenu.ItemIndicator className="menu__key">
        <Check size={16} aria-hidden="true" />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.CheckboxItem>
  )
}

/** How long a message can be taken back after sending. */
export function UndoChoice() {
  const text = useText()
  const { preferences } = useServices()
  const { undoSeconds } = usePreferences()
  const said = (seconds: number) =>
    seconds === 0 ? text('web.undoSend.off') : text('web.undoSend.seconds', { count: seconds })
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="menu__item">
        <Undo2 size={16} aria-hidden="true" />
        {text('web.undoSend.title')}
        <span className="menu__key">{said(undoSeconds)}</span>
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className="menu" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.RadioGroup value={String(undoSeconds)}>
            {undoChoices.map((seconds) => (
              <Choice key={seconds} value={String(seconds)} onChoose={() => preferences.set({ undoSeconds: seconds })}>
                {said(seconds)}
              </Choice>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  )
}

interface ChoiceProps {
  readonly value: string
  readonly onChoose: () => void
  readonly children: ReactNode
}

/** Chosen without closing the menu, so that the change is seen. */
function Choice({ value, onChoose, children }: ChoiceProps) {
  const choose = (event: Event) => {
    event.preventDefault()
    onChoose()
  }
  return (
    <DropdownMenu.RadioItem className="menu__item menu__item--choice" value={value} onSelect={choose}>
      {children}
      <DropdownMenu.ItemIndicator className="menu__key">
        <Check size={16} aria-hidden="true" />
      </DropdownMenu.ItemIndicator>
    </DropdownMenu.RadioItem>
  )
}
