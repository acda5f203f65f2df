import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const binary = process.env.RAPPORT_BINARY
const folder = mkdtempSync(join(tmpdir(), 'rapport-suggest-'))
after(() => rmSync(folder, { recursive: true, force: true }))

function suggest(lines, words = []) {
  const done = spawnSync(binary, ['suggest', ...words], {
    input: lines
      .map((each) => `${typeof each === 'string' ? each : JSON.stringify(each)}\n`)
      .join(''),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return { ...done, answers: done.stdout.split('\n').filter(Boolean).map(JSON.parse) }
}

const articles = [
  {
    id: 'returns',
    title: 'How do I return something?',
    link: 'https://shop.example/returns',
    body: 'Send it back within 30 days.\n\n- Cards are refunded after a *week*.\n- Vouchers at once.',
  },
  { id: 2, title: 'Öffnungszeiten', language: 'de', body: 'Montag bis Samstag geöffnet.' },
]

test('the best article comes with the passage that answers, and what it was found by', () => {
  const text = 'Ärger… my card was charged. When will it be refunded?'
  const { status, stderr, answers } = suggest([{ id: 'a', post: { text }, articles }])
  assert.equal(stderr, '')
  assert.equal(status, 0)
  assert.equal(answers[0].id, 'a')
  const [best] = answers[0].suggestions
  assert.equal(best.article, 'returns')
  assert.equal(best.link, 'https://shop.example/returns')
  assert.equal(best.passage, 'Cards are refunded after a week.')
  assert.ok(best.score > 0)
  const cut = (from, spans) =>
    spans.map(([begin, end]) => Buffer.from(from).subarray(begin, end).toString())
  assert.deepEqual(cut(best.passage, best.spans), ['Cards', 'refunded'])
  assert.deepEqual(cut(text, best.post_spans), ['card', 'refunded'])
})

test('a folder of Markdown is read once, and lines may bring their own instead', () => {
  const place = join(folder, 'help')
  mkdirSync(join(place, 'shop'), { recursive: true })
  writeFileSync(
    join(place, 'shop/hours.md'),
    '---\ntitle: When are you open?\nquestions:\n  - closing time\n---\nNine to six.\n',
  )
  writeFileSync(join(place, 'parcels.md'), '# Where is my parcel?\n\nLook at the label.\n')
  writeFileSync(join(place, 'notes.txt'), 'closing closing closing')
  const { answers } = suggest(
    [
      { id: 1, post: { text: 'what is your closing time' } },
      { id: 2, post: { text: 'my parcels are late' } },
      { id: 3, post: { text: 'refunded when' }, articles },
      { id: 4, post: { text: 'what a lovely evening' } },
    ],
    ['--articles', place, '--threads', '2'],
  )
  assert.deepEqual(
    answers.map(({ id, suggestions }) => [id, suggestions[0]?.article]),
    [
      [1, 'shop/hours'],
      [2, 'parcels'],
      [3, 'returns'],
      [4, undefined],
    ],
  )
  assert.equal(answers[0].suggestions[0].title, 'When are you open?')
})

test('--most bounds what is suggested', () => {
  const many = Array.from({ length: 5 }, (_, i) => ({
    id: `${i}`,
    title: 'Refunds',
    body: 'Soon.',
  }))
  const of = (words) =>
    suggest([{ id: 'a', post: { text: 'refund?' }, articles: many }], words).answers[0].suggestions
  assert.deepEqual(
    of([]).map(({ article }) => article),
    ['0', '1', '2'],
  )
  assert.equal(of(['--most', '1']).length, 1)
})

test('a bad line is told with its number, and the rest goes on', () => {
  const { status, answers } = suggest([
    'not json',
    '',
    { id: 'x' },
    { id: 'y', post: { text: 'a' } },
    { id: 'z', post: { text: 'a' }, articles: [{ body: 'no title' }] },
    { id: 'ok', post: { text: 'refunded?' }, articles },
  ])
  assert.equal(status, 0)
  assert.deepEqual(
    answers.map(({ id, line }) => [id, line]),
    [
      [undefined, 1],
      [undefined, 2],
      ['x', 3],
      ['y', 4],
      ['z', 5],
      ['ok', undefined],
    ],
  )
  assert.match(answers[2].error, /"post"/)
  assert.match(answers[3].error, /--articles/)
  assert.match(answers[4].error, /"title"/)
})

test('a folder without articles is said before anything is read', () => {
  const nowhere = join(folder, 'nowhere')
  const missing = suggest([{ id: 1, post: { text: 'a' } }], ['--articles', nowhere])
  assert.notEqual(missing.status, 0)
  assert.ok(missing.stderr.includes(nowhere))
  assert.equal(missing.stdout, '')
  mkdirSync(join(folder, 'empty'))
  assert.notEqual(suggest([], ['--articles', join(folder, 'empty')]).status, 0)
})
