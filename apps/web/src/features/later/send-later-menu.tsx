import './later.css'
import { CalendarClock, ChevronDown } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import { useFail } from '../../app/use-fail'
import { useOverlay } from '../../app/use-overlay'
import { useNowMs, useReader } from '../../app/use-reader'
import { useText } from '../../app/use-text'
import { IconButton } from '../../components/icon-button'
import { MenuContent } from '../../components/menu-content'
import { laterChoices } from './later-presets'
import type { Letter } from './letter'
import { useSaidTime } from './use-said-time'
import { useSchedule } from './use-schedule'

export interface SendLaterMenuProps {
  readonly letter: Letter
  readonly isDisabled: boolean
  readonly onScheduled: () => void
}

/** Beside the send button: the same, at another time. */
export default function SendLaterMenu({ letter, isDisabled, onScheduled }: SendLaterMenuProps) {
  const text = useText()
  const { open } = useOverlay()
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>
        <IconButton label={text('web.later.send')} className="composer__later" disabled={isDisabled}>
          <ChevronDown size={16} />
        </IconButton>
      </DropdownMenu.Trigger>
      <MenuContent align="end" side="top" sideOffset={6}>
        <DropdownMenu.Label className="menu__label">{text('web.later.send')}</DropdownMenu.Label>
        <Presets letter={letter} onScheduled={onScheduled} />
        <DropdownMenu.Separator className="menu__line" />
        <DropdownMenu.Item className="menu__item" onSelect={() => open({ kind: 'send-later', letter, onScheduled })}>
          <CalendarClock size={16} aria-hidden="true" />
          {text('web.later.choose')}
        </DropdownMenu.Item>
      </MenuContent>
    </DropdownMenu.Root>
  )
}

function Presets({ letter, onScheduled }: Omit<SendLaterMenuProps, 'isDisabled'>) {
  const text = useText()
  const say = useSaidTime()
  const { timeZone } = useReader()
  const nowMs = useNowMs()
  const fail = useFail()
  const schedule = useSchedule()
  const pick = (at: string) => schedule(letter, at).then(onScheduled).catch(fail)
  return laterChoices(nowMs, timeZone).map(({ preset, at }) => (
    <DropdownMenu.Item key={preset} className="menu__item" onSelect={() => void pick(at)}>
      {text(`web.later.${preset}`)}
      <span className="menu__key">{say(at)}</span>
    </DropdownMenu.Item>
  ))
}
