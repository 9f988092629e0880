/**
 * Puts values into `{name}` places. One pass only: braces inside a value are a person's own words and stay as they are.
 * A place without a value is left standing, for the reply check to catch.
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(PLACEHOLDER, (place, name: string) => (name in values ? String(values[name]) : place))
}

export const PLACEHOLDER = /\{([a-zA-Z]+)\}/g
