// A crowd in one demo: everything the program does at the same time, while ThreadSanitizer watches.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { Api } from '../lib/api.mjs'
import { binary, Rapport } from '../lib/rapport.mjs'
import { eventually } from '../lib/wait.mjs'

const run = promisify(execFile)
const desk = new Rapport({ command: 'demo', patience: 240_000 })

const visitor = async () => {
  const api = new Api(desk.url)
  api.csrf = (await api.get('/session')).csrf
  return api
}

// A browser with the live stream open; resolves to how many events it heard by the time it is closed.
function listen(api) {
  const ending = new AbortController()
  const heard = (async () => {
    let events = 0
    try {
      const answer = await fetch(`${desk.url}/api/events`, {
        headers: { cookie: api.cookie ?? '' },
        signal: ending.signal,
      })
      for await (const chunk of answer.body)
        events += Buffer.from(chunk).toString().split('\n\n').length - 1
    } catch {
      // Closed by us.
    }
    return events
  })()
  return () => {
    ending.abort()
    return heard
  }
}

before(() => desk.start())
after(() => desk.remove())

test('a crowd reads, decides, answers and listens at once', async () => {
  const crowd = await Promise.all(Array.from({ length: 6 }, visitor))
  const streams = crowd.map(listen)
  const rows = await crowd[0].conversations()
  assert.ok(rows.length > 10, 'the demo has conversations')

  const work = crowd.map(async (api, who) => {
    for (let round = 0; round < 8; round++) {
      const row = rows[(who * 8 + round) % rows.length]
      await api.get(`/conversations?state=open&limit=20`)
      await api.get(`/conversations?state=all&q=coffee`)
      await api.thread(row.id)
      await api.post(`/conversations/${row.id}/notes`, { text: `note ${who}-${round}` })
      await api
        .post(`/conversations/${row.id}/resolve`, { resolution: 'done' })
        .catch((problem) => assert.equal(problem.status, 409))
      if (round % 3 === 0 && row.answer_to) await api.reply(row.id, `An answer by ${who}, ${round}`)
      await (await fetch(`${desk.url}/`)).text()
    }
  })
  const copy = run(binary, ['backup', path.join(desk.data, 'copy.db'), '--data', desk.data])
  await Promise.all([...work, copy])

  // The answers leave when their time for undo has passed, by the outbox's own threads.
  await eventually(
    'nothing is on its way',
    async () => (await crowd[0].conversations()).every((row) => row.sending === 0),
    { timeout: 60_000 },
  )
  const heard = await Promise.all(streams.map((close) => close()))
  assert.ok(
    heard.every((events) => events > 0),
    `everyone heard of it: ${heard}`,
  )
})

test('it ends while streams are open, and nobody raced', async () => {
  const close = listen(await visitor())
  await desk.stop()
  await close()
  assert.ok(!desk.log.includes('ThreadSanitizer'), desk.log)
})
