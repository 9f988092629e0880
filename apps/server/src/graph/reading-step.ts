import type { Database } from '../store/database'
import type { ReadingGrounds } from './reading-ground'

/**
 * Each answers whether there may be more. The directory is asked for once it is known what is unread: whoever joined before
 * that would else be taken for nobody, and never be read again.
 */
export type Step = (rows: Database, grounds: ReadingGrounds, signal: AbortSignal) => Promise<boolean>
