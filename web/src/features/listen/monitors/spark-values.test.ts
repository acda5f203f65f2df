import { expect, test } from 'vitest'
import { sparkValues } from './spark-values'

test('a step in which a monitor heard nothing is a step, too', () => {
  const values = sparkValues([
    { at: '2026-11-24T00:00:00.000000Z', totals: [{ id: '1', total: 4 }] },
    { at: '2026-11-25T00:00:00.000000Z', totals: [] },
    {
      at: '2026-11-26T00:00:00.000000Z',
      totals: [
        { id: '2', total: 7 },
        { id: '1', total: 1 },
      ],
    },
  ])
  expect([...values]).toEqual([
    ['1', [4, 0, 1]],
    ['2', [0, 0, 7]],
  ])
})
