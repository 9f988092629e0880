/** A slot as understandings hold it. */
interface Held {
  readonly value: { readonly type: string; readonly [name: string]: unknown }
}

/** What happens again and again, as the date or time at which it is next: for those who ask for one and not for a rule. */
export function withNextTimes<Kind extends Held>(slots: readonly Kind[]): Kind[] {
  return slots.flatMap((slot) => {
    if (slot.value.type !== 'recurrence') return [slot]
    const { next, time, timeZone } = slot.value
    if (typeof next !== 'string') {
      // A time of day of elsewhere is none here as long as nobody knows the day.
      const isHere = typeof time === 'string' && timeZone === undefined
      return isHere ? [{ ...slot, value: { type: 'time', time } }] : []
    }
    const value = next.includes('T') ? { type: 'datetime', datetime: next } : { type: 'date', date: next }
    return [{ ...slot, value }]
  })
}
