import { Check } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactNode } from 'react'
import { useChooseLanguage } from '../../app/use-choose-language'
import { usePreferences, useServices } from '../../app/use-services'
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

/** Switched off, what was kept goes at once. */
export function OfflineChoice() {
  const text = useText()
  const { preferences, keeper, client } = useServices()
  const { keepsMessages } = usePreferences()
  const choose = (keepsMessages: boolean) => {
    preferences.set({ keepsMessages })
    if (keepsMessages) client.keepNow()
    else keeper.clear().catch(() => undefined)
  }
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
