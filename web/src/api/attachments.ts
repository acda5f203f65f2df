import { request } from './http'
import type { Attachment } from './types'

// Takes a picture in, ready to be sent with words later.
export const uploadPicture = (picture: Blob) =>
  request<Attachment>('POST', '/api/attachments', { body: picture })
