import { expect, test } from 'vitest'
import { batches, bodiesOf, together } from './read-files'

const file = (name: string, text = 'words') => ({ name, text })

test('Markdown files go together, in pieces that are not too large', () => {
  expect(bodiesOf([file('a.md'), file('b.markdown')])).toEqual([
    { format: 'markdown', files: [file('a.md'), file('b.markdown')] },
  ])
  const long = file('l.md', 'é'.repeat(100))
  expect(batches([long, long, long], 600).map((batch) => batch.length)).toEqual([2, 1])
  expect(
    batches(Array.from({ length: 1100 }, () => file('s.md'))).map(({ length }) => length),
  ).toEqual([500, 500, 100])
  expect(batches([file('huge.md', 'x'.repeat(900)), long], 600)).toHaveLength(2)
})

test('an export is read as what it is', () => {
  expect(bodiesOf([file('zendesk.json', '{"articles":[]}')])).toEqual([
    { format: 'auto', export: { articles: [] } },
  ])
  expect(bodiesOf([file('broken.json', '{')])).toBe('json')
  expect(bodiesOf([file('a.md'), file('b.json', '{}')])).toBe('mixed')
  expect(bodiesOf([file('a.png')])).toBe('nothing')
})

test('what became of the pieces is told as one', () => {
  const one = { items: [], made: 1, changed: 2, left: 0 }
  expect(together([one, one])).toEqual({ items: [], made: 2, changed: 4, left: 0 })
})
