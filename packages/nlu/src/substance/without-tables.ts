/** A row of a Markdown table with its bar in front; its cells are no sentences. */
const ROW = /^[^\S\n]*\|[^\n]*/gm

/** The message with the rows of its tables blanked, each character in its place. */
export const withoutTables = (message: string): string => message.replace(ROW, (row) => row.replace(/\S/g, ' '))
