import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'

const binary = process.env.RAPPORT_BINARY
const query = (words, input = '') =>
  spawnSync(binary, ['query', ...words], { input, encoding: 'utf8' })

test('a good query is said in words and ends with 0', () => {
  const { status, stdout, stderr } = query(['(acme OR brand) coffee -jobs'])
  assert.equal(stderr, '')
  assert.equal(
    stdout,
    'finds  (“acme” or “brand”) and “coffee”, but not “jobs”\n' +
      'query  (acme OR brand) AND coffee AND NOT jobs\n',
  )
  assert.equal(status, 0)
})

test('a query with an error is pointed at and ends with 1', () => {
  const { status, stdout } = query(['acme langage:en'])
  assert.equal(status, 1)
  assert.match(stdout, /^error at byte 5: There is no field “langage”/)
  assert.match(stdout, /\n {2}acme langage:en\n {7}\^{8}\n {2}try: acme lang:en\n/)
})

test('a warning is told and ends with 0, unless the query is read strictly', () => {
  const loose = query(['acme coffee OR tea'])
  assert.match(loose.stdout, /^warning at byte 0: /)
  assert.equal(loose.status, 0)
  const strict = query(['acme coffee OR tea', '--strict'])
  assert.match(strict.stdout, /^error at byte 0: /)
  assert.equal(strict.status, 1)
})

test('a query comes from standard input, too, and goes out as JSON', () => {
  const { status, stdout } = query(['-', '--json'], 'acme\nNEAR/3 café\n')
  assert.equal(status, 0)
  const { ok, tree, words, diagnostics } = JSON.parse(stdout)
  assert.equal(ok, true)
  assert.deepEqual(diagnostics, [])
  assert.equal(words, '“acme” near “café” (at most 3 words between)')
  assert.equal(tree.kind, 'near')
  assert.deepEqual(tree.of[1].span, [12, 17])
})

test('bytes that are no text are refused, not passed on', () => {
  const { status, stdout } = query(['-', '--json'], Buffer.from([0x61, 0xff]))
  assert.equal(status, 1)
  assert.equal(JSON.parse(stdout).diagnostics[0].code, 'broken_text')
})

test('a query of another tool is taken over', () => {
  const { status, stdout } = query(['hand /2 cream', '--dialect', 'youscan', '--json'])
  assert.equal(status, 0)
  const { query: ours, notes } = JSON.parse(stdout)
  assert.equal(ours, 'hand NEAR/1 cream')
  assert.deepEqual(
    notes.map((note) => `${note.fate} ${note.what}`),
    ['approximated word', 'kept /n'],
  )
  assert.equal(query(['a', '--dialect', 'unheard-of']).status, 2)
})
