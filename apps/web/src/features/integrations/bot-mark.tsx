import { useText } from '../../app/use-text'

/** Beside the name of whoever is a program. */
export function BotMark() {
  const text = useText()
  return <span className="bot-mark">{text('web.integrations.bot')}</span>
}
