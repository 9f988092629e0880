/** How Web Push is set up; absent, nothing is sent. */
export interface PushOptions {
  /** Whom push services may ask about this server: `mailto:` or `https:` (RFC 8292, section 2.1). */
  readonly contact: string
  /** Whether names and texts leave the server, encrypted for the browser. */
  readonly mayHaveContent: boolean
  /** Also services on plain HTTP and in the server's own network. */
  readonly allowsPrivate: boolean
  /** How long whoever sees the message on a screen has to read it before others of their browsers are told. */
  readonly patienceMs?: number
  /** How long a push service that is busy is left alone. */
  readonly retryMs?: number
}
