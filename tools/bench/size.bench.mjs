// A desk with a million posts in 200,000 conversations: what its pages, searches and starts take on
// SQLite and on PostgreSQL, over HTTP, from the released program. BENCH_POSTS makes it smaller.

import { execFileSync } from 'node:child_process'
import {
  closeSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { startPostgres } from '../bluesky-network/lib/postgres.mjs'
import { copyRate } from './lib/copy.mjs'
import { freePort, generated, posts, serve, token } from './lib/desk.mjs'
import { Client, figures, quantile, times } from './lib/latency.mjs'
import { pages, readPages, searches } from './lib/questions.mjs'

const kStarts = 5
const kIdleSeconds = 5
const kCopied = 50_000 // rows of each table

const size = posts >= 1_000_000 ? `${posts / 1_000_000} M` : `${posts / 1000}k`
const named = (name) => `${size} posts, ${name}`

// How often a second this disk takes a small write for good.
function syncs(folder) {
  const path = join(folder, 'sync.tmp')
  const file = openSync(path, 'w')
  const began = performance.now()
  let count = 0
  for (; performance.now() - began < 2000; count++) {
    writeSync(file, Buffer.alloc(4096), 0, 4096, (count % 256) * 4096)
    fdatasyncSync(file)
  }
  const rate = count / ((performance.now() - began) / 1000)
  closeSync(file)
  rmSync(path)
  return rate
}

// The same page by SQLite's own interface, and one by offset: what we do not do.
function plain(folder) {
  const db = new DatabaseSync(join(folder, 'rapport.db'), { readOnly: true })
  // Ids are larger than a JavaScript number holds.
  const prepare = (sql) => {
    const statement = db.prepare(sql)
    statement.setReadBigInts(true)
    return statement
  }
  const { id } = prepare('select id from workspace order by id limit 1').get()
  const { there } = prepare(
    'select sum(total) as there from conversation_counter where workspace_id = ?',
  ).get(id)
  const measure = (statement, ...values) => {
    const took = []
    for (let round = 0; round < 60; round++) {
      const began = performance.now()
      statement.all(...values)
      took.push(performance.now() - began)
    }
    return took.sort((a, b) => a - b)
  }
  const order = 'order by last_post_at desc, id desc limit 50'
  const half = there / 2n
  const byOffset = prepare(`select * from conversation where workspace_id = ? ${order} offset ?`)
  const middle = byOffset.all(id, half)[0]
  const byKey = prepare(
    `select * from conversation where workspace_id = ? and (last_post_at, id) < (?, ?) ${order}`,
  )
  const key = measure(byKey, id, middle.last_post_at, middle.id)
  const offset = measure(byOffset, id, half)
  db.close()
  return { key: quantile(key, 0.5), offset: quantile(offset, 0.5) }
}

async function ask(binary, data, engine, env = {}) {
  const found = []
  const starts = []
  for (let start = 0; start < kStarts; start++) {
    const server = await serve(binary, data, env)
    starts.push(server.took)
    await server.stop()
  }
  starts.sort((a, b) => a - b)
  found.push({ name: named(`${engine}, start-up`), value: quantile(starts, 0.5), unit: 'ms' })

  const tokens = [1, 2].map((workspace) => token(binary, data, workspace, env))
  const server = await serve(binary, data, env)
  const large = new Client(server.url, tokens[0])
  const small = new Client(server.url, tokens[1])
  try {
    await sleep(kIdleSeconds * 1000)
    found.push({ name: named(`${engine}, memory, idle`), value: server.memory(), unit: 'MB' })

    // What an answer takes that asks the database nothing: the floor under all others.
    const health = await times(large, Array(1000).fill('/api/health'))
    found.push(...figures(named(`${engine}, the least an answer takes`), health))
    const floor = { peer: 'the least an answer takes', peer_value: quantile(health, 0.99) }
    found.push(...figures(named(`${engine}, page`), await times(large, await pages(large)), floor))
    const { matters, narrowed } = await readPages(large)
    found.push(
      ...figures(named(`${engine}, page, what matters first`), await times(large, matters)),
    )
    found.push(
      ...figures(named(`${engine}, page, narrowed by reading`), await times(large, narrowed)),
    )

    const inLarge = await searches(large)
    const inSmall = await searches(small)
    for (const [kind, name] of [
      ['newest', 'search'],
      ['relevance', 'search by relevance'],
      ['filtered', 'search with filters'],
    ]) {
      found.push(...figures(named(`${engine}, ${name}`), await times(large, inLarge[kind])))
      found.push(...figures(named(`${engine}, ${name}, of 1 %`), await times(small, inSmall[kind])))
    }
    found.push({ name: named(`${engine}, memory, asked`), value: server.memory(), unit: 'MB' })
  } finally {
    large.close()
    small.close()
    await server.stop()
  }
  return found
}

// The same desk, moved to a PostgreSQL of its own as its owner would move it, and asked the same.
async function onPostgres(binary, folder) {
  const postgres = await startPostgres(await freePort(), { durable: true })
  const home = mkdtempSync(join(tmpdir(), 'rapport-size-'))
  const env = { RAPPORT_DATABASE: postgres.url }
  try {
    const began = performance.now()
    execFileSync(binary, ['restore', join(folder, 'rapport.db'), '--data', home], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
    })
    const moved = { name: named('PostgreSQL, moved in'), unit: 's' }
    moved.value = (performance.now() - began) / 1000
    // What the server does by itself within minutes.
    execFileSync('psql', ['-qc', 'vacuum analyze', postgres.url], { stdio: 'ignore' })
    return [moved, ...(await ask(binary, home, 'PostgreSQL', env))]
  } finally {
    await postgres.close()
    rmSync(home, { recursive: true, force: true })
  }
}

export default async function measure({ root, binary }) {
  const folder = generated(root, binary)
  const found = [
    { name: 'disk, synced writes', value: syncs(folder), unit: '1/s' },
    {
      name: named('SQLite, file'),
      value: statSync(join(folder, 'rapport.db')).size / 2 ** 20,
      unit: 'MB',
    },
  ]
  found.push({
    name: 'PostgreSQL, the same rows by COPY',
    value: await copyRate(join(folder, 'rapport.db'), kCopied),
    unit: 'rows/s',
  })
  found.push(...(await ask(binary, folder, 'SQLite')))
  found.push(...(await onPostgres(binary, folder)))
  const { key, offset } = plain(folder)
  found.push({
    name: named('plain SQLite, the page in the middle by key'),
    value: key,
    unit: 'ms',
    peer: 'by offset',
    peer_value: offset,
  })
  return found
}
