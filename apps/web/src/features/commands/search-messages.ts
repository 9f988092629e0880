import { searchPath } from '../search/search-place'
import type { CommandCall } from './command-call'

export async function searchMessages({ words, navigate }: CommandCall): Promise<void> {
  navigate(searchPath({ query: words }))
}
