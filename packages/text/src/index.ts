export type { Language } from './language'
