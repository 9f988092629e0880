import './later.css'
import type { Repetition } from '@parley/protocol'
import { useEffect, useState } from 'react'
import { clockTime, shortDate } from '../../app/time'
import { useNowMs, useReader } from '../../app/use-reader'
import { useText } from '../../app/use-text'
import { instantOfWallTime, wallTime } from '../../app/wall-time'
import { TextField } from '../../components/field'
import { WallTimeField } from '../../components/time-entry/wall-time-field'
import { laterChoices } from './later-presets'
import { type ReadTime, useReadTime } from './use-read-time'

export interface ChosenTime {
  /** An instant; null while no time is chosen. */
  readonly at: string | null
  readonly repeats: Repetition | null
}

const WORDS_LIMIT = 200

interface TimeFieldsProps {
  readonly chosen: ChosenTime
  readonly onChosen: (chosen: ChosenTime) => void
}

/** A time to come: one of those people choose most often, in words, or by the calendar. */
export function TimeFields({ chosen, onChosen }: TimeFieldsProps) {
  const text = useText()
  const reader = useReader()
  return (
    <>
      <PresetChips chosen={chosen} onChosen={onChosen} />
      <WordsField onChosen={onChosen} />
      <WallTimeField
        label={text('web.later.at')}
        hint={text('web.later.zone', { zone: reader.timeZone })}
        isRequired
        value={chosen.at ? wallTime(Date.parse(chosen.at), reader.timeZone) : ''}
        onValue={(wall) => onChosen({ ...chosen, at: instantOfWallTime(wall, reader.timeZone) })}
      />
      {chosen.repeats && <p className="later__note">{text(`web.later.${chosen.repeats}`)}</p>}
    </>
  )
}

function PresetChips({ chosen, onChosen }: TimeFieldsProps) {
  const text = useText()
  const reader = useReader()
  const choices = laterChoices(useNowMs(), reader.timeZone)
  return (
    <div className="later__presets">
      {choices.map(({ preset, at }) => (
        <button
          key={preset}
          type="button"
          className="later__preset"
          aria-pressed={chosen.at === at}
          onClick={() => onChosen({ at, repeats: null })}
        >
          {text(`web.later.${preset}`)}
          <span className="later__preset-time">
            {shortDate(at, reader)} {clockTime(at, reader)}
          </span>
        </button>
      ))}
    </div>
  )
}

/** 明天下午三点, “every Monday at 9”. */
function WordsField({ onChosen }: Pick<TimeFieldsProps, 'onChosen'>) {
  const text = useText()
  const [words, setWords] = useState('')
  const read = useReadTime(words)
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen once for what was read, not whenever the page changes
  useEffect(() => {
    if (read?.at) onChosen({ at: read.at, repeats: read.repeats })
  }, [read])
  return (
    <TextField
      label={text('web.later.words')}
      placeholder={text('web.later.wordsExample')}
      hint={text(isUnread(read) ? 'web.later.wordsUnread' : 'web.later.wordsHint')}
      maxLength={WORDS_LIMIT}
      value={words}
      onValue={setWords}
    />
  )
}

const isUnread = (read: ReadTime | null): boolean => read !== null && read.at === null
