export interface Cell {
  /** Its column's name; empty where it has none. */
  readonly name: string
  readonly text: string
}

/** `Office: Berlin; Days: 30`, as table rows are written; an item of a list may begin with its range. */
export function rowCells(row: string): Cell[] {
  return row.split(/[;；](?= |(?!.*; ))/).map((written) => {
    const [, name = '', text = written] = /^([^:：\d]{1,40})[:：]\s*(.*)$/s.exec(written.trim()) ?? []
    return { name, text }
  })
}
