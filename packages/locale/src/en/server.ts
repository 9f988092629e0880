/** What the server itself says to people. */
export const server = {
  'server.assistantName': 'Assistant',
} as const
