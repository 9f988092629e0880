/** Who looks at what: a socket at one channel and at some people, found from either side. */
export class Lookers<Socket extends object> {
  private readonly sockets = new Map<Socket, readonly string[]>()
  private readonly byTarget = new Map<string, Set<Socket>>()

  /** Everything that a socket looks at from now on, in place of what it looked at before. */
  look(socket: Socket, targets: readonly string[]): void {
    this.leave(socket)
    if (targets.length === 0) return
    this.sockets.set(socket, targets)
    for (const target of targets) this.byTarget.set(target, (this.byTarget.get(target) ?? new Set()).add(socket))
  }

  leave(socket: Socket): void {
    for (const target of this.sockets.get(socket) ?? []) {
      const lookers = this.byTarget.get(target)
      lookers?.delete(socket)
      if (lookers?.size === 0) this.byTarget.delete(target)
    }
    this.sockets.delete(socket)
  }

  at(target: string): ReadonlySet<Socket> {
    return this.byTarget.get(target) ?? EMPTY
  }
}

const EMPTY: ReadonlySet<never> = new Set<never>()
