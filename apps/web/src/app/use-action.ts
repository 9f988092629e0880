import { useCallback, useState } from 'react'

export interface Action<Parameters extends unknown[]> {
  run(...parameters: Parameters): Promise<void>
  readonly isRunning: boolean
  /** What the last run failed with. */
  readonly error: unknown
}

/** Something a person sets off: whether it runs, and why it failed. A second press while it runs does nothing. */
export function useAction<Parameters extends unknown[]>(
  act: (...parameters: Parameters) => Promise<unknown>,
): Action<Parameters> {
  const [state, setState] = useState<{ isRunning: boolean; error: unknown }>({ isRunning: false, error: null })
  const run = useCallback(
    async (...parameters: Parameters) => {
      if (state.isRunning) return
      setState({ isRunning: true, error: null })
      try {
        await act(...parameters)
        setState({ isRunning: false, error: null })
      } catch (error) {
        setState({ isRunning: false, error })
      }
    },
    [act, state.isRunning],
  )
  return { run, ...state }
}
