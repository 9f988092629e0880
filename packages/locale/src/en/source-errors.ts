import { unreachable } from './unreachable'

/** Why documents did not come in from where they come from. */
export const sourceErrors = {
  ...unreachable,
  'error.source_directory_forbidden':
    'The server may not read this directory. Choose one beneath those that PARLEY_SOURCE_DIRECTORIES names.',
  'error.source_address_forbidden':
    'The server may not call this address. An administrator can allow it with PARLEY_SOURCE_HOSTS.',
  'error.source_address_with_secret':
    'An address is shown to everybody who looks after sources. Leave user name, password and token out of it; a private Git repository has fields for them, and its address no “?” or “#”.',
  'error.source_missing': 'There is nothing to take in at this address. Check that it is written as it should be.',
  'error.source_unreachable': 'It cannot be reached: {reason}. It is tried again next time.',
  'error.source_refused': 'The server there answered {status} instead of a document.',
  'error.source_moved': 'This address leads out of what is to be taken in, to {address}. Enter that address instead.',
  'error.source_closed_to_programs': 'The site asks programs to stay away from this page (robots.txt).',
  'error.source_too_large': 'This is more than is taken in at once. Narrow it down to what answers need.',
  'error.source_full': 'A source holds {limit} documents at most. Narrow it down, or make a second one.',
  'error.source_paused': 'This source is paused and takes nothing in. Let it go on first.',
  'error.secret_unreadable':
    'The stored password, token or signing secret cannot be opened: it was sealed with a key that this server does not have. Enter it again, or give the server its key back.',
  'error.source_secret_unsafe': 'A password or token is sent over https:// only.',
  'error.source_branch_missing': 'There is no such branch: {branch}.',
  'error.source_git_missing': 'This server has no Git, or one older than 2.37. An administrator can install it.',
  'error.source_owner_gone': 'Whoever added this source may not add documents here any more. Add it anew.',
  'error.too_many_sources': 'There are {limit} sources already. Remove one before you add more.',
} as const
