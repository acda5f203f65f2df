import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test } from 'node:test'

const binary = process.env.RAPPORT_BINARY
const root = resolve(import.meta.dirname, '../..')

// What the filter says to `input`, as { code, out, err }.
function filter(input, words = [], environment = {}) {
  return new Promise((done, fail) => {
    const child = spawn(binary, ['read', ...words], { env: { ...process.env, ...environment } })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      err += chunk
    })
    child.on('error', fail)
    child.on('close', (code) => done({ code, out, err }))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

const linesOf = (text) => text.trimEnd().split('\n').map(JSON.parse)

// Our own labelled rows.
const texts = readFileSync(join(root, 'tools/train/rows/posts.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((row) => row.slice(row.lastIndexOf('\t') + 1))
const posts = texts.map((text, i) => JSON.stringify({ id: `${i}`, text }))

test('answers come in the order of the posts, whatever the number of threads', async () => {
  const input = `${posts.join('\n')}\n`
  const one = await filter(input)
  const three = await filter(input, ['--threads', '3'])
  assert.equal(one.code, 0)
  const answers = linesOf(one.out)
  assert.equal(answers.length, posts.length)
  answers.forEach((answer, i) => {
    assert.equal(answer.id, `${i}`)
  })
  assert.equal(three.out, one.out)
})

test('spans are bytes of the text, on whole characters', async () => {
  const { out } = await filter(`${posts.join('\n')}\n`)
  let spans = 0
  linesOf(out).forEach((answer, i) => {
    const bytes = Buffer.from(texts[i])
    const parts = [
      answer.sentiment,
      answer.emotion,
      answer.toxicity,
      answer.urgency,
      answer.needs_reply,
    ]
    const all = [...parts, ...answer.intents, ...answer.reasons].flatMap(
      (part) => part?.evidence ?? [],
    )
    for (const [begin, end] of [...all, ...answer.entities.map((entity) => entity.span)]) {
      spans++
      const part = bytes.subarray(begin, end).toString()
      assert.ok(part.length > 0 && !part.includes('\ufffd'), `${texts[i]}: ${part}`)
    }
  })
  assert.ok(spans > posts.length)
})

test('a bad line is told with its number, and the rest goes on', async () => {
  const { code, out } = await filter(
    `${posts[0]}\nnot json\n\n{"id": "x"}\r\n${posts[1]}`, // and no line break at the end
  )
  assert.equal(code, 0)
  const answers = linesOf(out)
  assert.deepEqual(
    answers.map((answer) => [answer.id, answer.line]),
    [
      ['0', undefined],
      [undefined, 2],
      [undefined, 3],
      ['x', 4],
      ['1', undefined],
    ],
  )
  assert.match(answers[3].error, /"text" is missing/)
})

test('a line longer than any post costs that line alone', async () => {
  const { out } = await filter(`{"id": "long", "text": "${'a'.repeat(6 << 20)}"}\n${posts[0]}\n`)
  const answers = linesOf(out)
  assert.equal(answers.length, 2)
  assert.match(answers[0].error, /longer/)
  assert.equal(answers[1].id, '0')
})

test('nothing in, nothing out', async () => {
  const { code, out } = await filter('')
  assert.equal(code, 0)
  assert.equal(out, '')
})

test('each post is answered at once, so that it can stand behind a live stream', async () => {
  const child = spawn(binary, ['read'])
  try {
    for (const post of posts.slice(0, 3)) {
      const answer = new Promise((done) => {
        child.stdout.once('data', (chunk) => done(JSON.parse(chunk)))
      })
      child.stdin.write(`${post}\n`)
      assert.equal((await answer).id, JSON.parse(post).id)
    }
  } finally {
    child.stdin.end()
    await new Promise((done) => child.on('close', done))
  }
})

test('an end that nobody reads ends it without a word', async () => {
  const child = spawn('bash', ['-c', `set -o pipefail; "$0" read | head -n 1 >/dev/null`, binary])
  let err = ''
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  child.stdin.on('error', () => {})
  child.stdin.end(`${posts.join('\n')}\n`.repeat(3))
  await new Promise((done) => child.on('close', done))
  assert.equal(err, '')
})

test('says where it looked when the weights are not there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-read-'))
  try {
    const { code, out, err } = await filter(`${posts[0]}\n`, ['--models', folder])
    assert.notEqual(code, 0)
    assert.equal(out, '')
    assert.ok(err.includes(folder), err)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
