import type { cli as english } from '../en/cli'
import type { Translated } from '../translated'

export const cli: Translated<typeof english> = {
  'cli.serverUnreachable': '{url} 没有响应。请先运行 npm start，或用 --server 指定其他服务器。',
}
