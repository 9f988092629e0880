import { type Contradiction, findContradictions } from './contradictions'
import { type Double, findDoubles, sketchText } from './near-doubles'
import { type ComparedDocument, type Statement, statementsOf } from './statements'

export interface Comparison {
  readonly doubles: readonly Double[]
  readonly contradictions: readonly Contradiction[]
}

/** Compares documents that come one after another; of each only a sketch and its sentences with numbers are kept. */
export class DocumentComparison {
  private readonly sketches = new Map<string, readonly number[]>()
  private readonly statements: Statement[] = []

  add(document: ComparedDocument): void {
    this.sketches.set(document.id, sketchText(document.plainText))
    this.statements.push(...statementsOf(document))
  }

  finish(): Comparison {
    return { doubles: findDoubles(this.sketches), contradictions: findContradictions(this.statements) }
  }
}
