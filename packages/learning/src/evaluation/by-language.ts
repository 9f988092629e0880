/** The same figures for each language that occurs, by its code. */
export function byLanguage<Row, Figures>(
  rows: readonly Row[],
  languageOf: (row: Row) => string,
  summarise: (rows: readonly Row[]) => Figures,
): Record<string, Figures> {
  const languages = [...new Set(rows.map(languageOf))].sort()
  const own = (language: string) => rows.filter((row) => languageOf(row) === language)
  return Object.fromEntries(languages.map((language) => [language, summarise(own(language))]))
}
