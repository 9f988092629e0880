import { ConnectionError, readError } from '@parley/client'
import { UploadedArchive } from '@parley/protocol'

/** By XMLHttpRequest, which tells how much was sent: `fetch` does not. */
export function uploadArchive(file: File, onProgress: (share: number) => void): Promise<UploadedArchive> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/imports.upload')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total)
    request.onerror = () => reject(new ConnectionError('the archive could not be sent'))
    request.onload = () => {
      const parsed = UploadedArchive.safeParse(parse(request.responseText))
      if (request.status === 200 && parsed.success) resolve(parsed.data)
      else reject(readError(request.status, parse(request.responseText)))
    }
    request.send(file)
  })
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
