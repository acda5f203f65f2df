// From a chosen file to a picture the server holds. Loaded when somebody adds the first one.

import { t } from 'i18next'
import '@/i18n/acts'
import { uploadPicture } from '@/api/attachments'
import { sayError } from '@/api/http'
import type { ActMedia } from '@/api/types'
import { type Encode, shrink } from './shrink'

// What went wrong, in words for whoever added it.
export class PictureProblem extends Error {}

export async function preparePicture(file: File, mostBytes: number): Promise<ActMedia> {
  if (file.type === 'image/gif') throw new PictureProblem(t('acts:pictures.moving'))
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw new PictureProblem(t('acts:pictures.unreadable', { name: file.name }))
  })
  try {
    const blob = await shrink(bitmap, file.type, mostBytes, drawing(bitmap))
    if (!blob) throw new PictureProblem(t('acts:pictures.tooLarge', { name: file.name }))
    const { id, url } = await uploadPicture(blob)
    return { attachment_id: id, url, alt: '' }
  } catch (error) {
    throw error instanceof PictureProblem ? error : new PictureProblem(sayError(error))
  } finally {
    bitmap.close()
  }
}

function drawing(bitmap: ImageBitmap): Encode {
  return ({ width, height }, type, quality) => {
    const canvas = document.createElement('canvas')
    canvas.width = width
    canvas.height = height
    const context = canvas.getContext('2d')
    if (!context) return Promise.resolve(null)
    if (type === 'image/jpeg') {
      // It cannot see through: white below, as on paper.
      context.fillStyle = '#fff'
      context.fillRect(0, 0, width, height)
    }
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, width, height)
    return new Promise((resolve) => canvas.toBlob(resolve, type, quality))
  }
}
