import type { LanguageEngine } from './assistant/language-engine'
import type { FileSettings } from './files/create-files'
import type { Log } from './log'
import type { PushOptions } from './notifications/push-options'

/** What a server is made of; `configuration.ts` is what a person sets. */
export interface ParleyOptions {
  readonly databaseUrl: string
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  readonly log: Log
  readonly engine: LanguageEngine
  /** Where the bundled programs lie: those of the library's threads. */
  readonly programDirectory: string
  readonly webDirectory: string | null
  /** Where archives of imports and exports lie for a while. Default: a temporary directory. */
  readonly transferDirectory?: string
  /** Where the models lie that are learnt of a workspace's own examples. Default: a temporary directory. */
  readonly intentDirectory?: string
  /** The disk that must not become full, when it is this machine's. */
  readonly storageDirectory?: string | undefined
  /** Where the files of messages lie. */
  readonly files: FileSettings
  readonly version: string
  /** Of 32 bytes: the first one seals the secrets that stand in the database, the others still open some. */
  readonly secretKeys: readonly Buffer[]
  /** Made at the start, when there is nobody yet. */
  readonly firstAdministrator?: { readonly email: string; readonly password: string }
  /** Given: the first administrator begins with the demonstration, whose people sign in with this password. */
  readonly demoPassword?: string
  readonly now?: () => Date
  /** Web Push; absent: off. */
  readonly push?: PushOptions | undefined
  /** Default: true. */
  readonly hasRateLimits?: boolean
  /** Proxies whose `X-Forwarded-For` is believed: addresses, networks, or names of the kind `loopback`. Default: `loopback`. */
  readonly trustedProxies?: readonly string[]
  /** What webhooks may reach although it is not on the internet: host names, addresses, networks. */
  readonly hookHosts?: readonly string[]
  /** Beneath which directories folders and repositories may be taken in. Default: none. */
  readonly sourceDirectories?: readonly string[]
  /** What of the server's own network websites and repositories may be taken in from. */
  readonly sourceHosts?: readonly string[]
  /** Where repositories lie while they are read. Default: a temporary directory. */
  readonly sourceWorkDirectory?: string
  /** Whether browsers may keep messages to be read without a connection. Default: yes. */
  readonly allowsOfflineCopies?: boolean | undefined
  /** How many days it is kept what was asked of the assistant; 0: nothing is noted. Default: 180. */
  readonly questionDays?: number
  /** Where people and programs reach this server; by default, where it listens. */
  readonly publicUrl?: string | undefined
}
