import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const binary = process.env.RAPPORT_BINARY
const models = join(import.meta.dirname, '../../models')
const folder = mkdtempSync(join(tmpdir(), 'rapport-match-'))
after(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
function match(monitors, posts, words = []) {
  const file = join(folder, `monitors-${files++}.jsonl`)
  const lines = (list) =>
    list.map((each) => `${typeof each === 'string' ? each : JSON.stringify(each)}\n`).join('')
  writeFileSync(file, lines(monitors))
  const done = spawnSync(binary, ['match', '--monitors', file, '--models', models, ...words], {
    input: lines(posts),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  return {
    ...done,
    file,
    found: done.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  }
}

test('each match is a line, in the order of posts and of monitors', () => {
  const { status, stderr, stdout } = match(
    [
      { id: 'tea', query: 'tea OR café' },
      { id: 7, query: '"acme coffee" -jobs' },
    ],
    [
      { id: 'a', text: 'A café with acme coffee' },
      { id: 2, text: 'nothing of the kind' },
      { id: 'c', text: 'acme coffee, and tea', title: 'Tea time' },
    ],
  )
  assert.equal(stderr, '')
  assert.equal(status, 0)
  assert.equal(
    stdout,
    '{"id":"a","monitor":"tea","spans":[[2,7]]}\n' +
      '{"id":"a","monitor":7,"spans":[[13,24]]}\n' +
      '{"id":"c","monitor":"tea","spans":[[17,20]],"title_spans":[[0,3]]}\n' +
      '{"id":"c","monitor":7,"spans":[[0,11]]}\n',
  )
})

test('fields of a post are what queries ask for', () => {
  const fields = {
    network: 'bluesky',
    author: 'ana.example',
    author_name: 'Ana Lima',
    url: 'https://acme.com/a/1',
    site: 'blog.example',
    lang: 'pt-BR',
    links: ['https://acme.com/shop/2'],
    hashtags: ['news'],
    mentions: ['ben.example'],
    reply_to: 'cleo.example',
    followers: 10,
    likes: 1,
    reposts: 2,
    replies: 3,
    has_media: true,
    is_reply: true,
    is_quote: true,
    sentiment: 'negative',
    intents: ['complaint'],
    reasons: ['price'],
    topics: ['Tea time'],
    person: ['Ana Lima', '77'],
    level: 'regular',
    seen: '2026-11-26T10:30:00Z',
  }
  const queries = [
    'network:bluesky',
    'author:ana.example author:"ana lima"',
    'url:acme.com/a',
    'site:blog.example',
    'lang:pt',
    'link:acme.com/shop',
    'hashtag:news',
    'mention:ben.example',
    'replyto:cleo.example',
    'followers:10 likes:1 reposts:2 replies:3 engagement:6',
    'has:media is:reply is:quote',
    'sentiment:negative intent:complaint reason:price topic:"tea time"',
    'person:77 level:regular',
    'seen:2026-11-26',
  ]
  const monitors = queries.map((query, id) => ({ id, query }))
  const full = match(monitors, [{ id: 1, text: 'x', ...fields }])
  assert.equal(full.stderr, '')
  assert.deepEqual(
    full.found.map((each) => each.monitor),
    queries.map((_, id) => id),
  )
  assert.deepEqual(match(monitors, [{ id: 1, text: 'x' }]).found, [])
})

test('what is asked of a reading and not given is read', () => {
  const monitors = [
    { id: 'bad', query: 'acme sentiment:negative' },
    { id: 'good', query: 'acme sentiment:positive' },
  ]
  const posts = [
    { id: 1, text: 'My parcel from acme never came, this is awful.' },
    { id: 2, text: 'I love acme, thank you so much!' },
    { id: 3, text: 'I love acme, thank you so much!', sentiment: 'negative' },
  ]
  const { found } = match(monitors, posts)
  assert.deepEqual(
    found.map((each) => [each.id, each.monitor]),
    [
      [1, 'bad'],
      [2, 'good'],
      [3, 'bad'],
    ],
  )
})

test('bad lines are told with their number, the rest goes on, and the exit status says so', () => {
  const { status, stderr, found, file } = match(
    [{ id: 1, query: 'acme' }, '{"id": 2}', { id: 3, query: 'langage:en' }],
    [
      '{"id": 1, "text": "acme"}',
      'no JSON',
      '[1]',
      '{"id": 4}',
      '{"id": 5, "text": "acme", "likes": "many"}',
      '{"id": 6, "text": "acme"}',
    ],
  )
  assert.equal(status, 1)
  assert.deepEqual(
    found.map((each) => each.id),
    [1, 6],
  )
  const told = stderr.trim().split('\n')
  assert.match(told[0], new RegExp(`^${file}:2: "query" has to be a text`))
  assert.match(told[1], /:3: Its query has an error at byte 0: There is no field/)
  assert.match(told[2], /^line 2: This is no JSON/)
  assert.match(told[3], /^line 3: A line has to be an object/)
  assert.match(told[4], /^line 4: "text" is missing/)
  assert.match(told[5], /^line 5: "likes" has to be a whole number/)
  assert.equal(told.length, 6)
})

test('without a monitor that can be used there is nothing to do', () => {
  const none = match([{ id: 1, query: '' }], [{ id: 1, text: 'acme' }])
  assert.equal(none.status, 1)
  assert.match(none.stderr, /no monitor that can be used/)
  const missing = spawnSync(binary, ['match', '--monitors', join(folder, 'none')], {
    encoding: 'utf8',
  })
  assert.equal(missing.status, 1)
  assert.match(missing.stderr, /cannot be read/)
})

test('several threads say the same in the same order', () => {
  const monitors = Array.from({ length: 50 }, (_, i) => ({
    id: i,
    query: `word${i} OR (acme word${i % 7})`,
  }))
  const posts = Array.from({ length: 20_000 }, (_, i) => ({
    id: i,
    text: `acme and word${i % 61}`,
  }))
  const one = match(monitors, posts)
  assert.ok(one.found.length > 15_000)
  assert.equal(match(monitors, posts, ['--threads', '4']).stdout, one.stdout)
})
