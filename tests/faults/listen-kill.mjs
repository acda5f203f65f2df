// Kills the server at random moments while a stream tells it everything that is said, and counts.
//
//   node listen-kill.mjs [--posts 100000] [--kills 25] [--every 5]
//
// The stream is a stand-in of Jetstream's shape (tests/lib/jetstream.mjs), which also cuts the
// connection now and then. One post in `every` is about the brand. In the end each of these must
// stand under the monitor exactly once, and nothing else.
import { parseArgs } from 'node:util'
import { startJetstream } from '../lib/jetstream.mjs'
import { newBrand, startNetwork } from '../lib/network.mjs'
import { connect, Rapport } from '../lib/rapport.mjs'
import { eventually, sleep } from '../lib/wait.mjs'

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '25' },
    every: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
  },
})
const posts = Number(values.posts)
const kills = Number(values.kills)
const every = Number(values.every)

// A run can be told again by its seed, but for what the machine adds.
let state = Number(values.seed) >>> 0
const random = () => {
  state = (state + 0x6d2b79f5) >>> 0
  let t = state
  t = Math.imul(t ^ (t >>> 15), t | 1)
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}

// The brand is real, since what is heard is filed under one of its accounts.
const network = await startNetwork('listen-kill')
const stream = await startJetstream({ numbered: true })
const server = new Rapport({ network, env: { RAPPORT_BLUESKY_JETSTREAM: stream.url } })
let failures = []
const said = new Map() // words → uri
const ballast = 'the tide was low and the harbour smelled of tar and salt'

function say(i) {
  const did = `did:plc:person${String(i % 997).padStart(4, '0')}`
  if (i % every) {
    stream.post(did, `${ballast} ${i}`)
    return
  }
  const words = `Harbourbread number ${i}, ${ballast}`
  said.set(words, stream.post(did, words).uri)
}

async function found(api, monitor) {
  const times = new Map()
  let after = ''
  for (;;) {
    const page = await api.get(`/monitors/${monitor.id}/posts?limit=100${after}`)
    for (const each of page.items) {
      times.set(each.post.text, (times.get(each.post.text) ?? 0) + 1)
    }
    if (!page.next_cursor) return times
    after = `&cursor=${encodeURIComponent(page.next_cursor)}`
  }
}

async function run() {
  await server.start()
  const api = await server.asOwner()
  await connect(api, await newBrand(network, 'brand'))
  const monitor = await api.post('/monitors', { name: 'Us', query: 'harbourbread' })
  await eventually('the stream is read', () => stream.connections > 0, { timeout: 30_000 })

  const restarts = []
  const started = Date.now()
  let at = 0
  const tell = (async () => {
    // As fast as will be over when the kills are: the desk is behind some of the time.
    while (at < posts) {
      const part = Math.min(posts, at + 100 + Math.floor(random() * 400))
      for (; at < part; ++at) say(at)
      await sleep(20 + random() * 60)
    }
  })()
  let done = 0
  let cuts = 0
  for (; done < kills; ++done) {
    // Later kills fall into catching up.
    await sleep(150 + random() * 1500)
    if (random() < 0.3) {
      stream.drop()
      ++cuts
      await sleep(random() * 2500)
    }
    await server.kill()
    restarts.push(await server.start())
    if ((done + 1) % 5 === 0) console.log(`  ${done + 1} kills, ${at} posts told`)
  }
  await tell
  console.log(`  all ${stream.total()} posts told`)

  // The last words are in when a post said now is.
  const last = 'Harbourbread, and that was all'
  said.set(last, stream.post('did:plc:person0001', last).uri)
  const again = await server.asOwner()
  await eventually(
    'the last post stands under the monitor',
    async () => {
      const page = await again.get(`/monitors/${monitor.id}/posts?limit=5`)
      return page.items.some((each) => each.post.text === last)
    },
    { timeout: 300_000, every: 500 },
  )
  const took = (Date.now() - started) / 1000
  const times = await found(again, monitor)
  const missing = [...said.keys()].filter((words) => !times.has(words))
  const twice = [...times].filter(([, count]) => count > 1)
  const foreign = [...times.keys()].filter((words) => !said.has(words))
  if (missing.length) failures.push(`missing: ${missing.slice(0, 5).join(' | ')}`)
  if (twice.length) failures.push(`twice: ${twice.slice(0, 5).join(' | ')}`)
  if (foreign.length) failures.push(`not about us: ${foreign.slice(0, 5).join(' | ')}`)
  restarts.sort((a, b) => a - b)
  console.log(`${done} kills and ${cuts} cut connections in ${took.toFixed(0)} s`)
  console.log(`  posts streamed       ${stream.total()} (sent ${stream.sent}, with repeats)`)
  console.log(`  connections          ${stream.connections}`)
  console.log(`  about the brand      ${said.size}`)
  console.log(`  under the monitor    ${times.size}`)
  console.log(`  missing              ${missing.length}`)
  console.log(`  twice                ${twice.length}`)
  console.log(
    `  restart              median ${Math.round(restarts[Math.floor(restarts.length / 2)])} ms`,
  )
}

try {
  await run()
} catch (error) {
  failures.push(error.stack)
  console.error(server.log.slice(-3000))
} finally {
  await server.remove().catch((error) => failures.push(error.message))
  await stream.close()
  await network.stop()
}
failures = [...new Set(failures)]
for (const failure of failures) console.error(`FAILED: ${failure}`)
console.log(failures.length ? '0 passed, 1 failed' : '1 passed, 0 failed')
process.exit(failures.length ? 1 : 0)
