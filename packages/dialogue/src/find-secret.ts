/**
 * Strings that open doors, by the forms their issuers publish. A reply that holds one is not sent, wherever it came from.
 * Every pattern is bounded or runs over one character class, so the time stays linear.
 */
const SECRETS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/,
  /\b(?:sk|pk|rk)[-_](?:live|test|proj|ant)?[-_]?[A-Za-z0-9_-]{20,}/,
  /\bgh[pousr]_[A-Za-z0-9]{30,}/,
  /\bgithub_pat_[A-Za-z0-9_]{30,}/,
  /\bglpat-[A-Za-z0-9_-]{20,}/,
  /\bxox[abprs]-[A-Za-z0-9-]{10,}/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bAIza[A-Za-z0-9_-]{35}/,
  /\bLTAI[A-Za-z0-9]{12,}/,
  /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/,
  /\bBearer [A-Za-z0-9._~+/-]{20,}/,
  /\b[a-z][a-z0-9+]{1,20}:\/\/[^\s:@/]{1,80}:[^\s:@/]{3,80}@/,
  /(?:password|passwd|pwd|api[ _-]?key|secret[ _-]?key|access[ _-]?token|密码|口令|密钥|令牌)\s*(?:is|are|是|为|[:：=])\s*["'“‘]?(?=[^\s"'”’，。,;；]{0,63}[0-9])(?=[^\s"'”’，。,;；]{0,63}[A-Za-z])[A-Za-z0-9!@#$%^&*_+=.-]{8,64}/i,
]

export function holdsSecret(text: string): boolean {
  return SECRETS.some((pattern) => pattern.test(text))
}
