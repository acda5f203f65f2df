// How fast PostgreSQL's COPY takes the rows that a desk holds, with the indexes they have there: the
// mark that our own filing is held against.

import { execFileSync } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { finished } from 'node:stream/promises'
import { startPostgres } from '../../bluesky-network/lib/postgres.mjs'
import { freePort } from './desk.mjs'

const kTables = ['post', 'interaction', 'conversation', 'person', 'account', 'person_account']

const quoted = (value) =>
  value === null
    ? '\\N'
    : String(value).replace(
        /[\\\t\n\r]/g,
        (sign) => ({ '\t': '\\t', '\n': '\\n', '\r': '\\r' })[sign] ?? '\\\\',
      )

// The newest `most` rows of each table as files that COPY reads.
async function write(db, folder, most) {
  let rows = 0
  for (const table of kTables) {
    const out = createWriteStream(join(folder, `${table}.copy`))
    const statement = db.prepare(`select * from ${table} order by rowid desc limit ?`)
    statement.setReadBigInts(true)
    for (const row of statement.iterate(most)) {
      out.write(`${Object.values(row).map(quoted).join('\t')}\n`)
      rows++
    }
    out.end()
    await finished(out)
  }
  return rows
}

// Rows a second, of a server that waits for the disk like ours.
export async function copyRate(database, most) {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-copy-'))
  const db = new DatabaseSync(database, { readOnly: true })
  const postgres = await startPostgres(await freePort(), { durable: true })
  const psql = (sql) =>
    execFileSync('psql', ['-qv', 'ON_ERROR_STOP=1', '-c', sql, postgres.url], { stdio: 'pipe' })
  try {
    const rows = await write(db, folder, most)
    for (const table of kTables) {
      const made = db
        .prepare(
          "select sql from sqlite_master where tbl_name = ? and sql is not null order by type = 'index'",
        )
        .all(table)
      for (const { sql } of made) psql(sql)
    }
    const began = performance.now()
    for (const table of kTables) psql(`\\copy ${table} from '${join(folder, `${table}.copy`)}'`)
    return rows / ((performance.now() - began) / 1000)
  } finally {
    db.close()
    await postgres.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
