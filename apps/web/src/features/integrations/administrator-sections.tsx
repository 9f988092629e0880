import type { IncomingHook } from '@parley/protocol'
import { ArrowDownToLine, RefreshCw, SquareSlash } from 'lucide-react'
import { shortDate } from '../../app/time'
import { useAction } from '../../app/use-action'
import { useNames } from '../../app/use-names'
import { useQuery } from '../../app/use-query'
import { useReader } from '../../app/use-reader'
import { useReloadOnVersion } from '../../app/use-reload-on-version'
import { useLanguage, useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Failure } from '../../components/failure'
import { IconButton } from '../../components/icon-button'
import { SkeletonRows } from '../../components/skeleton'
import { BotEntry } from './bot-entry'
import type { IntegrationKind, Secret } from './integration-kind'
import { OutgoingEntry } from './outgoing-entry'
import { RemoveButton } from './remove-button'
import { Entry, Section } from './section'

export interface AdministratorSectionsProps {
  /** How many were made on this page: each is one more to be listed. */
  readonly madeCount: number
  readonly onAdd: (kind: IntegrationKind) => void
  readonly onSecret: (secret: Secret) => void
}

export function AdministratorSections({ madeCount, onAdd, onSecret }: AdministratorSectionsProps) {
  const text = useText()
  const names = useNames()
  const language = useLanguage()
  const { loaded, reload } = useQuery('integrations.list', {})
  useReloadOnVersion(madeCount, reload)
  if (loaded.phase === 'loading') return <SkeletonRows height={56} count={5} label={text('web.app.loading')} />
  if (loaded.phase === 'failed') return <Failure error={loaded.error} onRetry={reload} />
  const { bots, incomingHooks, outgoingHooks, slashCommands } = loaded.answer
  return (
    <>
      <Section kind="bot" count={bots.length} onAdd={() => onAdd('bot')}>
        {bots.map((bot) => (
          <BotEntry key={bot.userId} bot={bot} onChanged={reload} />
        ))}
      </Section>
      <Section kind="incoming" count={incomingHooks.length} onAdd={() => onAdd('incoming')}>
        {incomingHooks.map((hook) => (
          <IncomingEntry key={hook.id} hook={hook} onSecret={onSecret} onChanged={reload} />
        ))}
      </Section>
      <Section kind="outgoing" count={outgoingHooks.length} onAdd={() => onAdd('outgoing')}>
        {outgoingHooks.map((hook) => (
          <OutgoingEntry key={hook.id} hook={hook} onChanged={reload} />
        ))}
      </Section>
      <Section kind="command" count={slashCommands.length} onAdd={() => onAdd('command')}>
        {slashCommands.map(({ id, name, usage, description, url, botId }) => (
          <Entry
            key={id}
            icon={SquareSlash}
            name={`/${name} ${usage}`}
            notes={[description[language], url ?? names.personById(botId)]}
          >
            <RemoveButton
              id={id}
              name={`/${name}`}
              act={(http) => http.command('slashCommands.remove', { slashCommandId: id }).then(reload)}
            />
          </Entry>
        ))}
      </Section>
    </>
  )
}

interface IncomingEntryProps {
  readonly hook: IncomingHook
  readonly onSecret: (secret: Secret) => void
  readonly onChanged: () => void
}

function IncomingEntry({ hook, onSecret, onChanged }: IncomingEntryProps) {
  const text = useText()
  const names = useNames()
  const reader = useReader()
  const { http } = useServices()
  const channel = useSession((session) => session.channels.get(hook.channelId)?.channel)
  const { id, name, hint, lastUsedAt } = hook
  const rotate = useAction(async () => {
    const { path } = await http.command('incomingHooks.rotateSecret', { hookId: id })
    onSecret({ name, content: `${window.location.origin}${path}` })
    onChanged()
  })
  const used = lastUsedAt
    ? text('web.integrations.used', { when: shortDate(lastUsedAt, reader) })
    : text('web.integrations.unused')
  return (
    <Entry icon={ArrowDownToLine} name={name} notes={[channel ? names.channel(channel) : '…', `${hint}…`, used]}>
      <IconButton label={text('web.integrations.rotate', { name })} onClick={() => void rotate.run()}>
        <RefreshCw size={16} />
      </IconButton>
      <RemoveButton
        id={id}
        name={name}
        act={(it) => it.command('incomingHooks.remove', { hookId: id }).then(onChanged)}
      />
    </Entry>
  )
}
