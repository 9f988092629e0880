/** The best slots of a long row of scores: at most twice as many as are wanted are kept at a time. */
export class TopSlots {
  private kept: { readonly slot: number; readonly score: number }[] = []
  /** What does not reach this is not among the best. */
  private least = Number.NEGATIVE_INFINITY

  constructor(private readonly limit: number) {}

  offer(slot: number, score: number): void {
    if (score < this.least) return
    this.kept.push({ slot, score })
    if (this.kept.length >= 2 * this.limit) this.cut()
  }

  /** Best first; between equals the lower slot. */
  slots(): number[] {
    this.cut()
    return this.kept.map(({ slot }) => slot)
  }

  private cut(): void {
    this.kept.sort((a, b) => b.score - a.score || a.slot - b.slot)
    this.kept.length = Math.min(this.kept.length, this.limit)
    if (this.kept.length === this.limit) this.least = this.kept[this.limit - 1]!.score
  }
}
