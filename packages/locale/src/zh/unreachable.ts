import type { unreachable as english } from '../en/unreachable'
import type { Translated } from '../translated'

export const unreachable: Translated<typeof english> = {
  'unreachable.ENOTFOUND': '找不到这个名称的服务器',
  'unreachable.EAI_AGAIN': '找不到这个名称的服务器',
  'unreachable.ECONNREFUSED': '该地址没有响应',
  'unreachable.ETIMEDOUT': '对方没有及时响应',
  'unreachable.ECONNRESET': '连接中断',
  'unreachable.EPIPE': '连接中断',
  'unreachable.EHOSTUNREACH': '本服务器连不通对方',
  'unreachable.ENETUNREACH': '本服务器连不通对方',
  'unreachable.ENOENT': '该位置不存在',
  'unreachable.ENOTDIR': '该位置不存在',
  'unreachable.EACCES': '本服务器无权读取',
  'unreachable.EPERM': '本服务器无权读取',
  'unreachable.EIO': '磁盘或网络盘没有响应',
  'unreachable.ESTALE': '磁盘或网络盘没有响应',
  'unreachable.EMFILE': '本服务器打开的文件过多',
  'unreachable.CERT_HAS_EXPIRED': '对方的证书已过期',
  'unreachable.DEPTH_ZERO_SELF_SIGNED_CERT': '对方的证书不受信任',
  'unreachable.SELF_SIGNED_CERT_IN_CHAIN': '对方的证书不受信任',
  'unreachable.UNABLE_TO_VERIFY_LEAF_SIGNATURE': '对方的证书不受信任',
  'unreachable.ERR_TLS_CERT_ALTNAME_INVALID': '对方的证书与域名不符',
}
