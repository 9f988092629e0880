import type { AddressInfo } from 'node:net'
import { connect, createServer, type Socket } from 'node:net'

/** A network between clients and a server, that a test can cut. */
export interface Network extends AsyncDisposable {
  readonly url: string
  /** From here on nothing passes, in either direction, and nobody is told so. */
  cut(): void
  /** What waited arrives, as TCP sends again what was not confirmed; or all connections turn out to be dead. */
  mend(fate: 'connections live on' | 'connections are dead'): void
}

/** Opens a way to the server under another address. */
export async function openNetwork(serverUrl: string): Promise<Network> {
  const { hostname, port } = new URL(serverUrl)
  const ends = new Set<Socket>()
  let isCut = false
  const join = (from: Socket, to: Socket) => {
    ends.add(from)
    from.pipe(to)
    if (isCut) hold(from, to)
    from.on('error', () => to.destroy())
    from.on('close', () => {
      ends.delete(from)
      to.destroy()
    })
  }
  const peers = new WeakMap<Socket, Socket>()
  const listener = createServer({ noDelay: true }, (near) => {
    const far = connect({ host: hostname, port: Number(port), noDelay: true })
    peers.set(near, far).set(far, near)
    join(near, far)
    join(far, near)
  })
  const hold = (from: Socket, to: Socket) => {
    from.unpipe(to)
    from.pause()
  }
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(listener.address() as AddressInfo).port}`,
    cut: () => {
      isCut = true
      for (const end of ends) hold(end, peers.get(end)!)
    },
    mend: (fate) => {
      isCut = false
      for (const end of [...ends]) {
        if (fate === 'connections are dead') end.resetAndDestroy()
        else end.pipe(peers.get(end)!)
      }
    },
    [Symbol.asyncDispose]: async () => {
      for (const end of [...ends]) end.destroy()
      await new Promise((resolve) => listener.close(resolve))
    },
  }
}
