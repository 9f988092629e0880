export type { LanguageEngine } from './assistant/language-engine'
export { startLanguageEngine, startRulesOnlyEngine } from './assistant/start-language-engine'
export { createLog } from './log'
export { type ParleyOptions, type ParleyServer, startParley } from './parley'
