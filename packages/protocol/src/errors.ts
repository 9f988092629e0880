/**
 * Every error that crosses the wire: `{error:{code,message,parameters}}`. The code is stable, the message is in the
 * reader's language (`@parley/locale`, key `error.<code>`), the parameters are for programs and for the message.
 */
export const errorTable = {
  invalid_request: { status: 400 },
  malformed_json: { status: 400 },
  invalid_encoding: { status: 400 },
  text_too_long: { status: 400 },
  text_not_storable: { status: 400 },
  unauthenticated: { status: 401 },
  invalid_credentials: { status: 401 },
  cross_site_rejected: { status: 403 },
  forbidden: { status: 403 },
  not_a_member: { status: 403 },
  posting_restricted: { status: 403 },
  account_suspended: { status: 403 },
  missing_scope: { status: 403 },
  setup_token_invalid: { status: 403 },
  not_found: { status: 404 },
  method_not_allowed: { status: 405 },
  setup_already_done: { status: 409 },
  email_taken: { status: 409 },
  channel_name_taken: { status: 409 },
  command_name_taken: { status: 409 },
  handle_taken: { status: 409 },
  report_closed: { status: 409 },
  poll_closed: { status: 409 },
  channel_archived: { status: 409 },
  upload_out_of_step: { status: 409 },
  file_incomplete: { status: 409 },
  payload_too_large: { status: 413 },
  file_too_large: { status: 413 },
  unsupported_media_type: { status: 415 },
  range_not_satisfiable: { status: 416 },
  client_message_id_reused: { status: 422 },
  client_command_id_reused: { status: 422 },
  too_many_reactions: { status: 422 },
  time_out_of_range: { status: 422 },
  too_many_planned: { status: 422 },
  assistant_absent: { status: 422 },
  push_endpoint_refused: { status: 422 },
  too_many_tokens: { status: 422 },
  too_many_answers: { status: 422 },
  collection_in_use: { status: 409 },
  answers_full: { status: 422 },
  owner_not_reader: { status: 422 },
  unknown_label: { status: 422 },
  intent_name_taken: { status: 409 },
  too_many_intents: { status: 422 },
  too_few_examples: { status: 422 },
  too_many_examples: { status: 422 },
  example_contradicts: { status: 422 },
  example_of_none: { status: 422 },
  training_file_broken: { status: 422 },
  model_unusable: { status: 422 },
  nothing_labelled: { status: 422 },
  evaluation_waiting: { status: 409 },
  graph_edge_unusable: { status: 422 },
  graph_rule_unusable: { status: 422 },
  unreadable_document: { status: 422 },
  document_empty: { status: 422 },
  document_encoding_unknown: { status: 422 },
  document_too_large: { status: 422 },
  document_too_many_pages: { status: 422 },
  document_encrypted: { status: 422 },
  document_broken: { status: 422 },
  document_without_text: { status: 422 },
  document_format_outdated: { status: 422 },
  document_too_slow: { status: 422 },
  source_directory_forbidden: { status: 422 },
  source_address_forbidden: { status: 422 },
  source_unreachable: { status: 502 },
  source_refused: { status: 502 },
  source_moved: { status: 422 },
  source_closed_to_programs: { status: 422 },
  source_too_large: { status: 422 },
  source_full: { status: 422 },
  source_branch_missing: { status: 422 },
  source_git_missing: { status: 503 },
  source_owner_gone: { status: 422 },
  too_many_sources: { status: 422 },
  unreadable_archive: { status: 422 },
  unreadable_image: { status: 422 },
  too_many_uploads: { status: 422 },
  rate_limited: { status: 429 },
  internal: { status: 500 },
  command_failed: { status: 502 },
  database_unavailable: { status: 503 },
  push_unavailable: { status: 503 },
  encoder_unavailable: { status: 503 },
  shutting_down: { status: 503 },
  storage_full: { status: 507 },
} as const satisfies Record<string, { status: number }>

export type ErrorCode = keyof typeof errorTable
export type ErrorParameters = Readonly<Record<string, unknown>>

/** The one error class: thrown anywhere, turned into an answer by one mapper at the edge. */
export class ParleyError extends Error {
  override readonly name = 'ParleyError'
  constructor(
    readonly code: ErrorCode,
    readonly parameters: ErrorParameters = {},
    /** `message`: the text in the reader's language, where it came from a server. */
    options?: ErrorOptions & { readonly message?: string },
  ) {
    super(options?.message ?? code, options)
  }
  get status(): number {
    return errorTable[this.code].status
  }
}
