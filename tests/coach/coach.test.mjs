import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { test } from 'node:test'

const binary = process.env.RAPPORT_BINARY

// What the filter says to `input`, as { code, out, err }.
function filter(input, words = []) {
  return new Promise((done, fail) => {
    const child = spawn(binary, ['coach', ...words])
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
const line = (value) => `${JSON.stringify(value)}\n`
const author = { name: 'Maya Lindqvist', handle: '@maya.example' }
const post = {
  text: 'Schrecklich 😡? No: my parcel is two weeks late. Where is it?',
  author,
  network: 'bluesky',
}

async function review(exchange) {
  const { code, out } = await filter(line({ id: 'one', post, ...exchange }))
  assert.equal(code, 0)
  return JSON.parse(out)
}

const rules = (answer, severity) =>
  answer.findings.filter((one) => one.severity === severity).map((one) => one.rule)

test('a bad draft is told what to mend, a good one what is good', async () => {
  const bad = await review({ draft: 'Please DM us.' })
  assert.equal(bad.id, 'one')
  assert.ok(rules(bad, 'consider').includes('unanswered'))
  assert.ok(rules(bad, 'fix').includes('deflect'))
  for (const finding of bad.findings.filter((one) => one.severity !== 'nice')) {
    assert.ok(finding.why && finding.next)
  }
  const good = await review({
    draft: 'Maya, two weeks late is far too long, sorry. The parcel is in Lyon and moves tonight.',
  })
  assert.deepEqual(rules(good, 'fix'), [])
  assert.ok(rules(good, 'nice').includes('name'))
  assert.ok(good.points.some((point) => point.answered))
})

test('spans are UTF-8 bytes of the draft and of the post', async () => {
  const draft = 'Schön 😀 dass du schreibst, Maya. Please DM us.'
  const answer = await review({ draft })
  const cut = (text, [begin, end]) => Buffer.from(text).subarray(begin, end).toString()
  const deflect = answer.findings.find((one) => one.rule === 'name')
  assert.equal(cut(draft, deflect.draft_spans[0]), 'Maya')
  const asked = answer.points.map((point) => cut(post.text, point.post_span))
  assert.ok(asked.includes('Where is it?'))
})

test('articles, earlier replies, voice and the network are taken into account', async () => {
  const asked = { text: 'How long does a filter last?', author, network: 'bluesky' }
  const answer = await review({
    post: asked,
    draft: `Maya, a filter lasts six months 😀 awesome${'!'.repeat(300)}`,
    articles: [
      { url: 'https://help.example/f', title: 'Filter care', text: 'A filter lasts 3 months.' },
    ],
    voice: { emoji: 'none', avoid: ['awesome'], may_promise: ['date'] },
    thread: [{ text: 'Hello', ours: false }],
    sent: ['Hello Sam, all well.'],
  })
  assert.ok(rules(answer, 'consider').includes('contradiction'))
  assert.ok(rules(answer, 'fix').includes('limits'))
  assert.ok(rules(answer, 'consider').includes('resource'))
  assert.ok(rules(answer, 'consider').includes('tone'))
})

test('what the team knows of a person goes before what they show', async () => {
  const answer = await review({ draft: 'Sorry, Mai. It is in Lyon.', person: { name: 'Mai' } })
  assert.ok(rules(answer, 'nice').includes('name'))
})

test('a bad line is told with its number, and the rest goes on', async () => {
  const good = line({ id: 1, draft: 'Hi Maya, yes.', post })
  const bad = ['no json', '[]', '{"id":"x"}', '{"id":"y","draft":"a"}']
  const wrong = [
    { draft: 'a', post: { text: 3 } },
    { draft: 'a', post, voice: { emoji: 'lots' } },
    { draft: 'a', post, articles: 'none' },
    { draft: 'a', post, limit: 0 },
    { draft: 'a', post, thread: ['x'] },
  ].map((one) => JSON.stringify(one))
  const { code, out } = await filter(`${good}${[...bad, ...wrong].join('\n')}\n${good}`)
  assert.equal(code, 0)
  const answers = linesOf(out)
  assert.equal(answers.length, 2 + bad.length + wrong.length)
  answers.slice(1, -1).forEach((answer, i) => {
    assert.equal(answer.line, i + 2)
    assert.ok(answer.error)
  })
  assert.match(answers[3].error, /"draft" is missing/)
  assert.match(answers[4].error, /"post" is missing/)
  assert.equal(answers.at(-1).id, 1)
})

test('answers come in order, whatever the number of threads', async () => {
  const input = Array.from({ length: 200 }, (_, i) =>
    line({ id: i, draft: `Hi Maya, it is number ${i % 7}. Thanks for reaching out.`, post }),
  ).join('')
  const one = await filter(input)
  const three = await filter(input, ['--threads', '3'])
  assert.equal(three.out, one.out)
  assert.deepEqual(
    linesOf(one.out).map((answer) => answer.id),
    Array.from({ length: 200 }, (_, i) => i),
  )
})

test('nothing in, nothing out', async () => {
  const { code, out } = await filter('')
  assert.equal(code, 0)
  assert.equal(out, '')
})
