/** A value that is replaced as a whole, and listeners that are told of it once a tick. */
export class Store<Value> {
  private readonly listeners = new Set<() => void>()
  private isTelling = false

  constructor(private value: Value) {}

  readonly get = (): Value => this.value

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  set(value: Value): void {
    if (value === this.value) return
    this.value = value
    if (this.isTelling) return
    this.isTelling = true
    queueMicrotask(() => {
      this.isTelling = false
      for (const listener of [...this.listeners]) listener()
    })
  }
}
