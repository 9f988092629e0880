import { clockTime, exactTime, shortDate } from '../../app/time'
import { useReader } from '../../app/use-reader'

/** A day and a time, exact on hover. */
export function Moment({ at }: { at: string }) {
  const reader = useReader()
  return (
    <time className="message__time" dateTime={at} title={exactTime(at, reader)}>
      {shortDate(at, reader)} {clockTime(at, reader)}
    </time>
  )
}
