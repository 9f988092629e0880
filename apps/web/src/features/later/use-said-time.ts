import { dueDate } from '../../app/time'
import { useReader } from '../../app/use-reader'

/** How a time to come is said in passing. */
export function useSaidTime(): (at: string) => string {
  const reader = useReader()
  return (at) => dueDate(at, reader)
}
