import { daysUntilMonday, instantOfWallTime, wallDaysOn, wallTime } from '../../app/wall-time'

export type LaterPreset = 'hour' | 'evening' | 'tomorrow' | 'monday'

export interface LaterChoice {
  readonly preset: LaterPreset
  /** An instant. */
  readonly at: string
}

const HOUR_MS = 3_600_000
const MORNING = '09:00'
const EVENING = '18:00'

/** The times that people choose most often, by the clocks of a zone; this evening only while it lies ahead. */
export function laterChoices(nowMs: number, timeZone: string): readonly LaterChoice[] {
  const now = wallTime(nowMs, timeZone)
  const walls: readonly (readonly [LaterPreset, string])[] = [
    ['evening', wallDaysOn(now, 0, EVENING)],
    ['tomorrow', wallDaysOn(now, 1, MORNING)],
    ['monday', wallDaysOn(now, daysUntilMonday(now), MORNING)],
  ]
  const fixed = walls.flatMap(([preset, wall]) => {
    const at = instantOfWallTime(wall, timeZone)
    return at && Date.parse(at) > nowMs ? [{ preset, at }] : []
  })
  return withoutDoubles([{ preset: 'hour', at: new Date(nowMs + HOUR_MS).toISOString() }, ...fixed])
}

/** On a Sunday, Monday is tomorrow. */
const withoutDoubles = (choices: readonly LaterChoice[]): readonly LaterChoice[] =>
  choices.filter(({ at }, index) => choices.findIndex((other) => other.at === at) === index)
