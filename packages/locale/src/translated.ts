/** What another language must say of an English area: every key, and for functions the same parameters. */
export type Translated<Area> = {
  readonly [Key in keyof Area]: Area[Key] extends string ? string : Area[Key]
}
