import { expect, test } from 'vitest'
import { checksum, zip } from './zip'

test('the sum is the one that zip asks for', () => {
  expect(checksum(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
})

// Read as others read it: from the end, over the list of what is in it, to each place.
function read(bytes: ArrayBuffer) {
  const view = new DataView(bytes)
  const text = (at: number, length: number) =>
    new TextDecoder().decode(new Uint8Array(bytes, at, length))
  const end = bytes.byteLength - 22
  expect(view.getUint32(end, true)).toBe(0x06054b50)
  let at = view.getUint32(end + 16, true)
  expect(at + view.getUint32(end + 12, true)).toBe(end)
  return Array.from({ length: view.getUint16(end + 10, true) }, () => {
    expect(view.getUint32(at, true)).toBe(0x02014b50)
    const place = view.getUint32(at + 42, true)
    const [size, nameSize] = [view.getUint32(at + 24, true), view.getUint16(at + 28, true)]
    expect(view.getUint32(place, true)).toBe(0x04034b50)
    expect(text(place + 30, nameSize)).toBe(text(at + 46, nameSize))
    const body = text(place + 30 + nameSize, size)
    expect(view.getUint32(at + 16, true)).toBe(checksum(new TextEncoder().encode(body)))
    const [time, day] = [view.getUint16(at + 12, true), view.getUint16(at + 14, true)]
    const name = text(at + 46, nameSize)
    at += 46 + nameSize
    return {
      name,
      text: body,
      day: [1980 + (day >> 9), (day >> 5) & 15, day & 31],
      hour: time >> 11,
    }
  })
}

test('what is put in comes out', async () => {
  const files = [
    { name: 'en/parcels.md', text: '# Parcels\n' },
    { name: 'ar/طرد.md', text: 'خلال يومي عمل' },
    { name: 'empty.md', text: '' },
  ]
  const made = zip(files, new Date(2026, 10, 26, 18, 30, 12))
  expect(made.type).toBe('application/zip')
  const found = read(await made.arrayBuffer())
  expect(found).toEqual(files.map((file) => ({ ...file, day: [2026, 11, 26], hour: 18 })))
})
