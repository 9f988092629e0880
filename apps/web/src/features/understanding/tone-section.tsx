import type { Tone } from '@parley/protocol'
import { percent } from '../../app/time'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { toneName } from './tone-name'

type Judged = Tone['acts'][number]

const KINDS = ['sentiment', 'emotion', 'urgency', 'politeness'] as const
/** Most messages are like this: it is not worth a line. */
const ORDINARY: ReadonlySet<string> = new Set(['neutral', 'none', 'normal', 'plain'])

/** How the message is said, in words; what the server was not sure of is not there. */
export function ToneSection({ tone }: { tone: Tone }) {
  const text = useText()
  const kinds = KINDS.flatMap((kind) => {
    const judged = tone[kind]
    return judged && !ORDINARY.has(judged.name) ? [{ kind, judged }] : []
  })
  return (
    <section className="panel__section">
      <h3>{text('web.tone.title')}</h3>
      {tone.acts.length === 0 && kinds.length === 0 && <p className="empty__text">{text('web.tone.plain')}</p>}
      <dl className="facts">
        {tone.acts.length > 0 && <Fact name={text('web.tone.acts')} judged={tone.acts} />}
        {kinds.map(({ kind, judged }) => (
          <Fact key={kind} name={text(`web.tone.${kind}`)} judged={[judged]} />
        ))}
      </dl>
    </section>
  )
}

function Fact({ name, judged }: { name: string; judged: readonly Judged[] }) {
  const text = useText()
  const language = useLanguage()
  const said = judged.map((entry) =>
    text('web.tone.sure', { name: toneName(entry.name, text), percent: percent(entry.probability, language) }),
  )
  return (
    <div className="facts__row">
      <dt>{name}</dt>
      <dd>{new Intl.ListFormat(language === 'zh' ? 'zh-CN' : 'en-GB').format(said)}</dd>
    </div>
  )
}
