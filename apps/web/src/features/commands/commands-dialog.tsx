import './commands.css'
import { useOverlay } from '../../app/use-overlay'
import { useQuery } from '../../app/use-query'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Dialog } from '../../components/dialog'
import { commandTable, type OwnCommand } from './command-table'
import { usageOf } from './usage-of'

/** Every command, with what it takes. */
export function CommandsDialog() {
  const text = useText()
  const { close } = useOverlay()
  const language = useLanguage()
  const { loaded } = useQuery('commands.list', {})
  const integrations = loaded.phase === 'ready' ? loaded.answer.commands : []
  return (
    <Dialog title={text('web.commands.title')} onClose={close}>
      <p className="commands__note">{text('web.commands.escape')}</p>
      <dl className="commands">
        {commandTable.map((command) => (
          <CommandRow
            key={command.name}
            names={namesIn(language, command)}
            usage={usageOf(command, text)}
            help={text(`web.commands.${command.name}.help`)}
          />
        ))}
        {integrations.map(({ id, name, usage, description }) => (
          <CommandRow key={id} names={[`/${name}`]} usage={usage} help={description[language]} />
        ))}
      </dl>
    </Dialog>
  )
}

const namesIn = (language: 'zh' | 'en', { name, aliases: [chinese] }: OwnCommand) =>
  (language === 'zh' ? [chinese, name] : [name, chinese]).map((it) => `/${it}`)

interface CommandRowProps {
  readonly names: readonly string[]
  readonly usage: string
  readonly help: string
}

function CommandRow({ names: [name, ...others], usage, help }: CommandRowProps) {
  return (
    <div className="commands__row">
      <dt>
        <code>{name}</code> <span className="commands__usage">{usage}</span>
        <span className="commands__others">{others.join(' ')}</span>
      </dt>
      <dd>{help}</dd>
    </div>
  )
}
