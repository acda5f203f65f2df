// A query tried on the stored history of a desk with a million posts, from the released program over
// HTTP: how soon its first part is there, how long 30 and 90 days take, and how many posts a second
// of CPU looks at. Beside it the plainest thing that looks at the same rows: SQLite's own LIKE.

import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { generated, posts, serve, token } from './lib/desk.mjs'
import { quantile } from './lib/latency.mjs'

const kQueries = [
  ['words', '(coffee OR tea OR latte) NEAR/6 (late OR cold OR wrong) -jobs'],
  ['words and fields', 'coffee lang:en -is:repost'],
]
const size = posts >= 1_000_000 ? `${posts / 1_000_000} M` : `${posts / 1000}k`

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
    `select count(*) as looked, sum(text like '%coffee%' and text like '%late%') as found from post
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
  const folder = generated(root, binary)
  const key = token(binary, folder, 1)
  const server = await serve(binary, folder)
  const found = []
  try {
    const peer_value = plain(folder, 90)
    for (const [name, query] of kQueries) {
      await preview(server, key, query, 90)
      const cpu = server.cpu()
      const rounds = []
      for (let round = 0; round < 3; round++) rounds.push(await preview(server, key, query, 90))
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
      found.push({
        name: `${size} posts, a query of ${name} on ${month.looked} posts of 30 days, all`,
        value: month.took,
        unit: 'ms',
      })
    }
  } finally {
    await server.stop()
  }
  return found
}
