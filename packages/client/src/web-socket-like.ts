/** What the client needs of a WebSocket: the browser's has it, and so has the `ws` package's. */
export interface WebSocketLike {
  addEventListener(type: 'open' | 'error', listener: () => void): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'close', listener: (event: { readonly code: number; readonly reason?: string }) => void): void
  send(text: string): void
  close(code?: number): void
}

/** Opens `/api/events?resume=1`, with the session's cookie (browsers do it by themselves) or an Authorization header. */
export type OpenSocket = () => WebSocketLike

/** The socket's address beside an HTTP address: `https://host` → `wss://host/api/events?resume=1`. */
export function eventsUrl(baseUrl: string): string {
  const url = new URL('/api/events?resume=1', baseUrl)
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:'
  return url.href
}
