import { type Action, useAction } from './use-action'
import { useFail } from './use-fail'

/** As `useAction`, for a button without room to say why it failed: that is told in passing. */
export function useToldAction<Parameters extends unknown[]>(
  act: (...parameters: Parameters) => Promise<unknown>,
): Omit<Action<Parameters>, 'error'> {
  const fail = useFail()
  return useAction((...parameters: Parameters) => act(...parameters).catch(fail))
}
