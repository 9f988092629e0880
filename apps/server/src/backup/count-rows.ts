const NEWLINE = 0x0a

/**
 * How many rows end in these bytes of a table. In COPY's text format every row ends with a newline, and one within a
 * value is written as a backslash and an n (PostgreSQL's manual, COPY).
 */
export function countRows(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1
  return count
}
