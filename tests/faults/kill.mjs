// Kills the server around its deliveries and counts on the network what stands there.
//
//   node kill.mjs [--kills 200]
//
// Replies are handed in without pause. Each is killed for in one of three places in turn:
//   before the request          it has left the server, the PDS has not seen it
//   before the answer           the PDS has written it, the server does not know
//   before the commit           the server has the answer, its database does not
// In the end every reply the server once acknowledged must stand on the network exactly once.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { newBrand, newPerson, startNetwork } from '../lib/network.mjs'
import { connect, Rapport } from '../lib/rapport.mjs'
import { eventually } from '../lib/wait.mjs'
import { startProxy } from './proxy.mjs'

const { values } = parseArgs({ options: { kills: { type: 'string', default: '200' } } })
const kills = Number(values.kills)
// Replies wait five seconds for an undo: so many are always under way that none is waited for.
const ahead = 24
const customers = 8

const pause = fs.mkdtempSync(path.join(os.tmpdir(), 'rapport-pause-'))
const hold = path.join(pause, 'hold')
const answered = () => fs.readdirSync(pause).filter((name) => name.startsWith('answered-'))

const network = await startNetwork('kill')
const proxy = await startProxy({ pds: network.pds, plc: network.plc })
const server = new Rapport({
  network: { pds: proxy.url, plc: proxy.plcUrl },
  env: { RAPPORT_TEST_PAUSE_DIR: pause },
})
const counts = { 'before the request': 0, 'before the answer': 0, 'before the commit': 0 }
const phases = Object.keys(counts)
const handedIn = new Map() // text → act id
const restarts = []
let failures = []

const isWrite = (facts) => facts.name === 'com.atproto.repo.putRecord'

// Each is arranged before the server starts. It resolves once a delivery stands where the server is
// to be killed, and to what must be true of it then and there.
const arrange = {
  'before the request'() {
    const held = proxy.rule({ match: isWrite, hold: 'request' })
    return async () => {
      const { n } = await within(held.reached, 'a write left the server')
      return () => !proxy.log.some((entry) => entry.n === n && entry.phase === 'forwarded')
    }
  },
  'before the answer'() {
    const held = proxy.rule({ match: isWrite, hold: 'answer' })
    return async () => {
      const { n } = await within(held.reached, 'the PDS wrote one')
      const phases = () => proxy.log.filter((entry) => entry.n === n).map((entry) => entry.phase)
      return () => phases().includes('answered') && !phases().includes('returned')
    }
  },
  'before the commit'() {
    fs.writeFileSync(hold, '')
    return async (api) => {
      const [name] = await eventually(
        'a delivery waits before its commit',
        () => answered().length > 0 && answered(),
        { timeout: 30_000, every: 5 },
      )
      const act = await api.get(`/acts/${name.slice('answered-'.length)}`)
      return () => act.state === 'sending'
    }
  },
}

function within(promise, what, timeout = 30_000) {
  let timer
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not within ${timeout} ms: ${what}`)), timeout)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

function clear() {
  proxy.clear()
  fs.rmSync(hold, { force: true })
  for (const name of answered()) fs.rmSync(path.join(pause, name))
}

async function run() {
  const brand = await newBrand(network, 'brand')
  const people = []
  for (let i = 0; i < customers; i++) people.push(await newPerson(network, 'customer'))

  await server.start()
  const api = await server.asOwner()
  await connect(api, brand)
  for (const person of people)
    await network.people.post({ who: person.did, text: `@${brand.handle} are you there?` })
  const conversations = await eventually(
    'all customers are heard',
    async () => {
      const rows = await api.conversations()
      return rows.length === customers && rows
    },
    { timeout: 60_000 },
  )
  const posts = await Promise.all(conversations.map((row) => api.thread(row.id)))

  const handIn = async () => {
    const i = handedIn.size % customers
    const text = `Answer ${handedIn.size + 1}`
    const act = await api.reply(conversations[i].id, text, { post: posts[i][0].id })
    handedIn.set(text, act.id)
  }
  for (let i = 0; i < ahead; i++) await handIn()

  const started = Date.now()
  for (let i = 0; i < kills; i++) {
    const phase = phases[i % phases.length]
    const until = arrange[phase]()
    if (i > 0) {
      restarts.push(await server.start())
      await handIn()
    }
    const holds = await until(api)
    await server.kill()
    if (!holds()) failures.push(`kill ${i + 1} was not ${phase}`)
    counts[phase]++
    clear()
    if ((i + 1) % 20 === 0)
      console.log(`  ${i + 1} kills, ${Math.round((Date.now() - started) / 1000)} s`)
  }
  restarts.push(await server.start())
  const took = (Date.now() - started) / 1000

  await eventually(
    'every reply is accepted',
    async () => {
      for (const [text, id] of handedIn) {
        const act = await api.get(`/acts/${id}`)
        if (act.state === 'rejected') failures.push(`${text} was rejected: ${act.error}`)
        else if (act.state !== 'accepted') return false
      }
      return true
    },
    { timeout: 120_000, every: 500 },
  )

  // The network's word, not ours: the brand's own repository, then what customers see.
  const texts = []
  for (let cursor; ; ) {
    const page = await network.people.list({ who: brand.did, cursor })
    texts.push(...page.records.map((record) => record.value.text))
    cursor = page.cursor
    if (!cursor) break
  }
  await network.people.settle()
  const seen = []
  for (const person of people) {
    const { records } = await network.people.list({ who: person.did })
    const thread = await network.people.thread({ uri: records[0].uri })
    seen.push(...thread.replies.map((reply) => reply.text))
  }

  const times = (all, text) => all.filter((one) => one === text).length
  const lost = [...handedIn.keys()].filter((text) => times(texts, text) === 0)
  const doubled = [...handedIn.keys()].filter((text) => times(texts, text) > 1)
  const unseen = [...handedIn.keys()].filter((text) => times(seen, text) !== 1)
  if (texts.length !== handedIn.size) failures.push(`the repository holds ${texts.length} posts`)
  if (lost.length) failures.push(`lost: ${lost.join(', ')}`)
  if (doubled.length) failures.push(`doubled: ${doubled.join(', ')}`)
  if (unseen.length) failures.push(`not once in the AppView's threads: ${unseen.join(', ')}`)

  restarts.sort((a, b) => a - b)
  const at = (part) => Math.round(restarts[Math.floor((restarts.length - 1) * part)])
  console.log(`${kills} kills in ${took.toFixed(0)} s`)
  for (const phase of phases) console.log(`  ${phase.padEnd(20)} ${counts[phase]}`)
  console.log(`  replies handed in    ${handedIn.size}`)
  console.log(`  on the network       ${texts.length} (threads show ${seen.length})`)
  console.log(`  lost                 ${lost.length}`)
  console.log(`  doubled              ${doubled.length}`)
  console.log(`  restart              median ${at(0.5)} ms, slowest ${at(1)} ms`)
}

try {
  await run()
} catch (error) {
  failures.push(error.stack)
  console.error(server.log.slice(-3000))
} finally {
  await server.remove().catch((error) => failures.push(error.message))
  await proxy.close()
  await network.stop()
  fs.rmSync(pause, { recursive: true, force: true })
}
failures = [...new Set(failures)]
for (const failure of failures) console.error(`FAILED: ${failure}`)
console.log(failures.length ? '0 passed, 1 failed' : '1 passed, 0 failed')
process.exit(failures.length ? 1 : 0)
