// A query tried on the stored history of a desk that heard a million posts in three months, from the
// released program over HTTP: how soon its first part is there, how long 30 and 90 days take, and how
// many posts a second of CPU looks at. Beside it the plainest thing that looks at the same rows:
// SQLite's own LIKE. "Cold" is the first time after the system was told to forget the file.

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { generated, posts, serve, token } from './lib/desk.mjs'
import { quantile } from './lib/latency.mjs'

const kQueries = [
  ['words', '(kettle OR lamp OR backpack) NEAR/12 (late OR broke OR torn OR leaks) -jobs'],
  ['words and fields', 'kettle lang:en -is:repost'],
]
const size = posts >= 1_000_000 ? `${posts / 1_000_000} M` : `${posts / 1000}k`

// The Monday of this week: history has to end about now, and is made anew once a week.
function monday() {
  const now = new Date()
  return new Date(now - ((now.getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10)
}

const forget = (folder) =>
  execFileSync('dd', [`if=${join(folder, 'rapport.db')}`, 'iflag=nocache', 'count=0'], {
    stdio: 'ignore',
  })

async function preview(server, key, query, days) {
  let cursor
  let looked = 0
  let found = 0
  const began = performance.now()
  let first
  do {
    const answer = await fetch(`${server.url}/api/queries/preview`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query, days, ...(cursor && { cursor }) }),
    })
    if (!answer.ok) throw new Error(await answer.text())
    const part = await answer.json()
    first ??= performance.now() - began
    looked += part.looked
    found += part.found
    cursor = part.next_cursor
  } while (cursor)
  return { first, took: performance.now() - began, looked, found }
}

// SQLite alone, through all posts of those days.
function plain(folder, days) {
  const db = new DatabaseSync(join(folder, 'rapport.db'), { readOnly: true })
  const statement = db.prepare(
    `select count(*) as looked, sum(text like '%kettle%' and text like '%broke%') as found from post
     where workspace_id = (select id from workspace order by id limit 1)
     and created_at >= ? and address <> 'ours' and deleted_at is null`,
  )
  const from = (Date.now() - days * 86_400_000) * 1000
  statement.get(from)
  const began = process.cpuUsage()
  const { looked } = statement.get(from)
  const { user, system } = process.cpuUsage(began)
  db.close()
  return looked / ((user + system) / 1e6)
}

export default async function measure({ root, binary }) {
  const folder = generated(root, binary, '-heard', { months: 3, until: monday() })
  const key = token(binary, folder, 1)
  // Without weights, so that it doesn't read a million posts meanwhile.
  const server = await serve(binary, folder, { RAPPORT_MODELS: join(folder, 'none') })
  const found = []
  try {
    const peer_value = plain(folder, 90)
    for (const [name, query] of kQueries) {
      forget(folder)
      const cold = await preview(server, key, query, 30)
      await preview(server, key, query, 90)
      const cpu = server.cpu()
      const rounds = []
      for (let round = 0; round < 2; round++) rounds.push(await preview(server, key, query, 90))
      const rate = rounds.reduce((sum, each) => sum + each.looked, 0) / (server.cpu() - cpu)
      found.push({
        name: `${size} posts, a query of ${name} on stored history, posts looked at`,
        value: rate,
        unit: 'posts/s and core',
        peer: "SQLite's LIKE, twice",
        peer_value,
      })
      const middle = (times) =>
        quantile(
          times.sort((a, b) => a - b),
          0.5,
        )
      const quarter = `${size} posts, a query of ${name} on ${rounds[0].looked} posts of 90 days`
      found.push({
        name: `${quarter}, all`,
        value: middle(rounds.map((each) => each.took)),
        unit: 'ms',
      })
      found.push({
        name: `${quarter}, first part`,
        value: middle(rounds.map((each) => each.first)),
        unit: 'ms',
      })
      const month = await preview(server, key, query, 30)
      for (const [how, round] of Object.entries({ cold, warm: month })) {
        const its = `${size} posts, a query of ${name} on ${round.looked} posts of 30 days, ${how}`
        found.push({ name: `${its}, first part`, value: round.first, unit: 'ms' })
        found.push({ name: `${its}, all`, value: round.took, unit: 'ms' })
      }
    }
  } finally {
    await server.stop()
  }
  return found
}
