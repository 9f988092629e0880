/** Why a document was not taken in. */
export const documentErrors = {
  'error.answers_full': 'There are {limit} curated answers already. Remove some before you write more.',
  'error.collection_in_use': 'This collection still holds documents or curated answers. Move or remove them first.',
  'error.owner_not_reader': 'Who looks after a collection must be among its readers.',
  'error.document_empty': 'There is no text in this document.',
  'error.document_encoding_unknown': 'The characters of this text cannot be read. Save it as UTF-8 and add it again.',
  'error.document_too_large': 'This document is too large. Split it up and add the parts.',
  'error.document_too_many_pages': 'This document has more than 3,000 pages. Split it up and add the parts.',
  'error.document_encrypted': 'This document has a password. Save a copy without one and add that.',
  'error.document_broken': 'This file is damaged or incomplete. Save it anew and add it again.',
  'error.document_without_text':
    'This document holds pictures of pages and no text. Run text recognition (OCR) on it first.',
  'error.document_format_outdated': 'This is an old Office file. Save it as .docx, .xlsx or .pptx and add that.',
  'error.document_too_slow': 'Reading this document took too long. Split it up and add the parts.',
} as const
