import './tunings.css'
import type { CollectionId, CollectionTuning, QueryAnswer, TuningFigures } from '@parley/protocol'
import { History, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { describeError } from '../../app/describe-error'
import { percent, shortDate } from '../../app/time'
import { useAction } from '../../app/use-action'
import { useQuery } from '../../app/use-query'
import { useReader } from '../../app/use-reader'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { Button } from '../../components/button'

type Replay = QueryAnswer<'answers.replay'>

/** How each collection's search weighs words and meaning, what the log would say to another weight, and the way back. */
export function TuningsPart() {
  const text = useText()
  const { loaded, reload } = useQuery('answers.tunings', {})
  if (loaded.phase !== 'ready' || loaded.answer.collections.length === 0) return null
  return (
    <section className="tunings" aria-labelledby="tunings-title">
      <h2 id="tunings-title" className="tunings__title">
        {text('web.tunings.title')}
      </h2>
      <p className="page__intro">{text('web.tunings.intro')}</p>
      <ul className="rows">
        {loaded.answer.collections.map((tuning) => (
          <TuningRow key={tuning.collectionId} tuning={tuning} onChanged={reload} />
        ))}
      </ul>
    </section>
  )
}

interface TuningRowProps {
  readonly tuning: CollectionTuning
  readonly onChanged: () => void
}

function TuningRow({ tuning, onChanged }: TuningRowProps) {
  const text = useText()
  const language = useLanguage()
  const { replay, isReplaying, isBusy, error, ask, take, undo } = useTuning(tuning.collectionId, onChanged)
  const { name, weight, learnt } = tuning
  const [words, meaning] = [percent(weight, language), percent(1 - weight, language)]
  return (
    <li className="row tuning">
      <div className="answer__main">
        <p className="answer__question">{name}</p>
        <div className="tuning__bar" aria-hidden="true">
          <span style={{ width: `${weight * 100}%` }} />
        </div>
        <p className="row__note">{text('web.tunings.share', { words, meaning })}</p>
        <Learnt learnt={learnt} />
        {replay && <ReplayResult replay={replay} onTake={take} isBusy={isBusy} />}
        {error !== null && <p role="alert">{describeError(error, language).text}</p>}
      </div>
      <Button disabled={isBusy} onClick={ask} aria-label={text('web.tunings.replayOf', { name })}>
        <History size={16} aria-hidden="true" />
        {text(isReplaying ? 'web.tunings.replaying' : 'web.tunings.replay')}
      </Button>
      {learnt && (
        <Button disabled={isBusy} onClick={undo} aria-label={text('web.tunings.undoOf', { name })}>
          <Undo2 size={16} aria-hidden="true" />
          {text('web.tunings.undo')}
        </Button>
      )}
    </li>
  )
}

function useTuning(collectionId: CollectionId, onChanged: () => void) {
  const { client } = useServices()
  const [replay, setReplay] = useState<Replay | null>(null)
  const changing = useAction(async (name: 'answers.tune' | 'answers.untune') => {
    await client.command(name, { collectionId })
    setReplay(null)
    onChanged()
  })
  const asking = useAction(async () => setReplay(await client.query('answers.replay', { collectionId })))
  return {
    ...{ replay, isReplaying: asking.isRunning, isBusy: asking.isRunning || changing.isRunning },
    error: asking.error ?? changing.error,
    ask: () => void asking.run(),
    take: () => void changing.run('answers.tune'),
    undo: () => void changing.run('answers.untune'),
  }
}

function Learnt({ learnt }: Pick<CollectionTuning, 'learnt'>) {
  const text = useText()
  const reader = useReader()
  const shares = useShares()
  if (!learnt) return <p className="row__note">{text('web.tunings.usual')}</p>
  const { figures, at } = learnt
  const count = figures.asked + figures.made
  return (
    <p className="row__note">
      {text('web.tunings.learnt', { date: shortDate(at, reader), count, ...shares(figures) })}
    </p>
  )
}

interface ReplayResultProps {
  readonly replay: Replay
  readonly isBusy: boolean
  readonly onTake: () => void
}

function ReplayResult({ replay: { figures, changed }, isBusy, onTake }: ReplayResultProps) {
  const text = useText()
  const language = useLanguage()
  const shares = useShares()
  const isBetter = figures.verdict === 'better'
  const words = percent(isBetter ? figures.weight : figures.weightBefore, language)
  return (
    <div className="tuning__replay" role="status">
      <p>{text(`web.tunings.${figures.verdict}`, { words, ...shares(figures) })}</p>
      <p className="row__note">{text('web.tunings.counts', { count: figures.asked, made: figures.made })}</p>
      {isBetter && (
        <ul className="tuning__changed">
          {changed.map((one) => (
            <li key={one.text} data-verdict={one.verdict}>
              {text('web.tunings.changed', { text: one.text, before: one.before, after: one.after })} ·{' '}
              {text(`web.tunings.verdict.${one.verdict}`)}
            </li>
          ))}
        </ul>
      )}
      {isBetter && (
        <Button look="primary" disabled={isBusy} onClick={onTake}>
          {text('web.tunings.take', { words })}
        </Button>
      )}
    </div>
  )
}

/** People's own questions where there are any, else those made of the documents. */
function useShares() {
  const language = useLanguage()
  return ({ before, after }: Pick<TuningFigures, 'before' | 'after'>) => ({
    before: percent(before.asked ?? before.made ?? 0, language),
    after: percent(after.asked ?? after.made ?? 0, language),
  })
}
