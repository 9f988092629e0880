/** The `parley` command. */
export const cli = {
  'cli.serverUnreachable': 'No server answers at {url}. Start it with npm start, or name another one with --server.',
} as const
