export type { Database, DatabaseExit, DatabaseLog } from './database'
export { DatabaseStartError, type DatabaseStartErrorCode } from './database-start-error'
export { type OpenDatabaseOptions, openDatabase } from './open-database'
