/** What is done under one key is done one after the other: the second sees what the first has left. */
export class InTurn {
  private readonly last = new Map<string, Promise<unknown>>()

  /** Begins when everything before it under this key has ended, well or not. */
  take<Result>(key: string, turn: () => Promise<Result>): Promise<Result> {
    const before = this.last.get(key) ?? Promise.resolve()
    const after = before.then(turn, turn)
    this.last.set(key, after)
    const forget = () => {
      if (this.last.get(key) === after) this.last.delete(key)
    }
    after.then(forget, forget)
    return after
  }
}
