import type { ChannelView } from '@parley/client'
import { Audience } from '@parley/protocol'
import { useCommand } from '../../app/use-command'
import { useText } from '../../app/use-text'
import { Field } from '../../components/field'
import { useMayModerate } from './use-may-moderate'

const rules = ['post', 'callEverybody', 'pin', 'invite'] as const

/** What the channel leaves to its members: moderators choose, all others read. */
export function RulesSection({ view }: { view: ChannelView }) {
  const text = useText()
  const mayChoose = useMayModerate(view)
  return (
    <section className="panel__section">
      <h3>{text('web.rules.title')}</h3>
      {rules.map((rule) => (
        <Rule key={rule} view={view} rule={rule} mayChoose={mayChoose} />
      ))}
    </section>
  )
}

interface RuleProps {
  readonly view: ChannelView
  readonly rule: (typeof rules)[number]
  readonly mayChoose: boolean
}

function Rule({ view: { channel }, rule, mayChoose }: RuleProps) {
  const text = useText()
  const command = useCommand()
  const choose = (value: string) =>
    command('channels.setRules', { channelId: channel.id, [rule]: Audience.parse(value) })
  return (
    <Field label={text(`web.rules.${rule}`)}>
      {(ids) => (
        <select
          className="input"
          {...ids}
          disabled={!mayChoose}
          value={channel.rules[rule]}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {Audience.options.map((audience) => (
            <option key={audience} value={audience}>
              {text(`web.rules.${audience}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
