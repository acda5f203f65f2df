import { describe, expect, it } from 'vitest'
import { type Encode, fitWithin, shrink } from './shrink'

// A picture of so many bytes for each pixel, fewer with less quality.
const camera =
  (bytes: number, tried: string[] = []): Encode =>
  async ({ width, height }, type, quality = 1) => {
    tried.push(`${type} ${width}x${height}`)
    return new Blob([new Uint8Array(Math.round(width * height * bytes * quality))], { type })
  }

describe('fitWithin', () => {
  it('keeps the shape and never enlarges', () => {
    expect(fitWithin({ width: 4000, height: 3000 }, 2000)).toEqual({ width: 2000, height: 1500 })
    expect(fitWithin({ width: 3000, height: 4000 }, 2000)).toEqual({ width: 1500, height: 2000 })
    expect(fitWithin({ width: 300, height: 200 }, 2000)).toEqual({ width: 300, height: 200 })
    expect(fitWithin({ width: 10_000, height: 2 }, 1000)).toEqual({ width: 1000, height: 1 })
  })
})

describe('shrink', () => {
  it('makes twelve megapixels fit a megabyte', async () => {
    const blob = await shrink({ width: 4000, height: 3000 }, 'image/jpeg', 1_000_000, camera(0.5))
    expect(blob?.type).toBe('image/jpeg')
    expect(blob?.size).toBeLessThanOrEqual(1_000_000)
    expect(blob?.size).toBeGreaterThan(500_000)
  })

  it('leaves a drawing what it is when it fits', async () => {
    const blob = await shrink({ width: 400, height: 300 }, 'image/png', 1_000_000, camera(1))
    expect(blob?.type).toBe('image/png')
  })

  it('turns a drawing into a photo before it gives up', async () => {
    const blob = await shrink({ width: 3000, height: 3000 }, 'image/png', 1_000_000, camera(0.5))
    expect(blob?.type).toBe('image/jpeg')
  })

  it('gives up rather than sending what the network refuses', async () => {
    expect(await shrink({ width: 4000, height: 4000 }, 'image/jpeg', 10, camera(1))).toBeNull()
  })
})
