/** What an entity is. `topic`: something that has a name, of which nothing more is known. */
export type EntityKind =
  | 'person'
  | 'project'
  | 'product'
  | 'organisation'
  | 'place'
  | 'system'
  | 'document'
  | 'decision'
  | 'date'
  | 'status'
  | 'topic'

export type RelationType =
  | 'works_on'
  | 'owns'
  | 'responsible_for'
  | 'depends_on'
  | 'blocks'
  | 'located_in'
  | 'part_of'
  | 'decided'
  | 'due'
  | 'reports_to'
  | 'supplier_of'
  | 'uses'
  | 'knows'
  | 'has_status'
  | 'same_as'

export interface RelationTrait {
  /** What stands on either side when nothing else says what it is. */
  readonly from: EntityKind
  readonly to: EntityKind
  /** From A to B and from B to C is from A to C. */
  readonly isTransitive?: true
  /** Nothing leads back to where it began. */
  readonly isAcyclic?: true
  /** At most one at a time: `from` of what it leads to (an owner), `to` of what it comes from (a manager). */
  readonly single?: 'from' | 'to'
}

/** Every type of relation, read from left to right: "from … to". */
export const RELATIONS: Readonly<Record<RelationType, RelationTrait>> = {
  works_on: { from: 'person', to: 'project' },
  owns: { from: 'person', to: 'topic', single: 'from' },
  responsible_for: { from: 'person', to: 'topic' },
  depends_on: { from: 'topic', to: 'topic', isTransitive: true, isAcyclic: true },
  blocks: { from: 'topic', to: 'topic', isAcyclic: true },
  located_in: { from: 'topic', to: 'place', isTransitive: true, isAcyclic: true },
  part_of: { from: 'topic', to: 'topic', isTransitive: true, isAcyclic: true },
  decided: { from: 'person', to: 'decision' },
  due: { from: 'project', to: 'date', single: 'to' },
  reports_to: { from: 'person', to: 'person', isTransitive: true, isAcyclic: true, single: 'to' },
  supplier_of: { from: 'organisation', to: 'product' },
  uses: { from: 'topic', to: 'topic' },
  knows: { from: 'person', to: 'topic' },
  has_status: { from: 'topic', to: 'status' },
  same_as: { from: 'topic', to: 'topic' },
}

export const RELATION_TYPES = Object.keys(RELATIONS) as RelationType[]

/** Something named in a text. UTF-16 offsets into that text. */
export interface NamedEntity {
  readonly name: string
  readonly kind: EntityKind
  readonly start: number
  readonly end: number
  /** Who it is, where the directory knows. */
  readonly personId?: string
}

/** A relation that a text states, with where and how it was found. */
export interface FoundRelation {
  readonly type: RelationType
  readonly from: NamedEntity
  readonly to: NamedEntity
  /** The sentence, or the row, that says so. */
  readonly start: number
  readonly end: number
  /** What found it: a pattern's name, `table`, `task`, `directory`. */
  readonly by: string
  /** Calibrated probability that the text says so, 0 to 1. */
  readonly confidence: number
  /** The text says that it has ended. */
  readonly isEnded?: true
}

/** Somebody whom the directory knows. */
export interface KnownPerson {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
}

/** A name that is known to be one. */
export interface KnownName {
  readonly name: string
  readonly kind: EntityKind
}

/** In whose words, when, and who and what is known by name. */
export interface ReadingContext {
  readonly speaker?: KnownPerson
  readonly people: readonly KnownPerson[]
  readonly names?: readonly KnownName[]
  /** What "we" are, where the speaker belongs to one group alone. */
  readonly team?: string
  /** When it was written, ISO 8601: what "Friday" means. */
  readonly at: string
}
