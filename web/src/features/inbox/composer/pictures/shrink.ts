// Makes a picture fit what a network takes. It is drawn anew, so what a camera wrote into the file
// (where it was taken, when, with what) stays here.

// Drawn at most this large a side; each step is tried with each quality until it fits.
const largest = 2048
const sides = [largest, 1600, 1280, 1024, 768]
const qualities = [0.92, 0.85, 0.75, 0.6]

export interface Size {
  width: number
  height: number
}

// The size within a square of `side`, never larger than it is.
export function fitWithin({ width, height }: Size, side: number): Size {
  const scale = Math.min(1, side / Math.max(width, height))
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

export type Encode = (size: Size, type: string, quality?: number) => Promise<Blob | null>

// The best version of at most `most` bytes, or null if none fits. What has sharp edges or sees through
// (a PNG) stays what it is as long as it fits.
export async function shrink(
  size: Size,
  type: string,
  most: number,
  encode: Encode,
): Promise<Blob | null> {
  if (type === 'image/png') {
    const sharp = await encode(fitWithin(size, largest), 'image/png')
    if (sharp && sharp.size <= most) return sharp
  }
  for (const side of sides) {
    const fitted = fitWithin(size, side)
    for (const quality of qualities) {
      const blob = await encode(fitted, 'image/jpeg', quality)
      if (blob && blob.size <= most) return blob
    }
  }
  return null
}
