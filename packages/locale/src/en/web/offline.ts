/** Reading without a connection, and pages that are older than their server. */
export const offline = {
  'web.offline.kept':
    'Offline: you see what was here at {time}. What you write is kept and sent when the connection is back.',
  'web.offline.databaseAway':
    'The database is not available right now. You see what was here at {time}; what you write waits until it is back.',
  'web.offline.newer': 'A newer version of Parley is ready. What you are writing is kept.',
  'web.offline.keep': 'Keep messages on this device',
  'web.offline.keepHint': 'Recent ones, to read offline',
} as const
