// A zip of small texts, as they are: nothing is compressed. Enough to hand over a folder in one file.

import type { MarkdownFile } from '@/api/knowledge/types'

const table = Array.from({ length: 256 }, (_, at) => {
  let value = at
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  return value >>> 0
})

export function checksum(bytes: Uint8Array): number {
  let value = 0xffffffff
  for (const byte of bytes) value = (value >>> 8) ^ (table[(value ^ byte) & 0xff] as number)
  return (value ^ 0xffffffff) >>> 0
}

// The bytes of numbers, each written little end first in so many bytes.
function header(...parts: [value: number, width: 2 | 4][]): Uint8Array {
  const view = new DataView(new ArrayBuffer(parts.reduce((sum, [, width]) => sum + width, 0)))
  let at = 0
  for (const [value, width] of parts) {
    if (width === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += width
  }
  return new Uint8Array(view.buffer)
}

export function zip(files: readonly MarkdownFile[], now = new Date()): Blob {
  const time = (now.getHours() << 11) | (now.getMinutes() << 5) | (now.getSeconds() >> 1)
  const day = ((now.getFullYear() - 1980) << 9) | ((now.getMonth() + 1) << 5) | now.getDate()
  const text = new TextEncoder()
  const local: Uint8Array[] = []
  const central: Uint8Array[] = []
  let offset = 0
  for (const file of files) {
    const name = text.encode(file.name)
    const bytes = text.encode(file.text)
    // Version 2.0; names are UTF-8; stored.
    const about: [number, 2 | 4][] = [
      ...([
        [20, 2],
        [0x0800, 2],
        [0, 2],
        [time, 2],
        [day, 2],
      ] as [number, 2 | 4][]),
      ...([
        [checksum(bytes), 4],
        [bytes.length, 4],
        [bytes.length, 4],
      ] as [number, 2 | 4][]),
      ...([
        [name.length, 2],
        [0, 2],
      ] as [number, 2 | 4][]),
    ]
    const front = header([0x04034b50, 4], ...about)
    local.push(front, name, bytes)
    central.push(
      header([0x02014b50, 4], [20, 2], ...about, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      name,
    )
    offset += front.length + name.length + bytes.length
  }
  const size = central.reduce((sum, part) => sum + part.length, 0)
  const count = files.length
  const end = header(
    ...([
      [0x06054b50, 4],
      [0, 2],
      [0, 2],
      [count, 2],
      [count, 2],
    ] as [number, 2 | 4][]),
    ...([
      [size, 4],
      [offset, 4],
      [0, 2],
    ] as [number, 2 | 4][]),
  )
  return new Blob([...local, ...central, end] as BlobPart[], { type: 'application/zip' })
}
