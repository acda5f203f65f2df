// All monitors over each post, beside what else one would build it on: PostgreSQL (queries as
// `tsquery` rows, joined by an anchor word) and SQLite FTS5 (posts in micro-batches of 1,000, each
// query run over them). The same posts and the same queries in the same run; CPU time of one thread
// each, cutting the posts into words included.
//
// Posts are our own labelled rows, then as many spliced out of them. Queries have one to three groups
// of words, phrases, NEARs and NOTs; most ask for names that are not in the posts, as most monitors
// do most of the time, so that about one post in a hundred is found by one of 1,000. A NEAR, which
// PostgreSQL lacks, is all its distances there.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const kPosts = 40_000
const kQueries = 100_000
const kSizes = [10, 1000, 10_000, 100_000]
const kBatch = 1000
const kSeconds = 3 // of CPU, at least, for each peer and size

// The same numbers in every run.
function randomOf(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

function makePosts(rows, random) {
  const posts = rows.slice()
  while (posts.length < kPosts) {
    const words = []
    const parts = 2 + Math.floor(random() * 3)
    for (let i = 0; i < parts; i++) {
      const from = rows[Math.floor(random() * rows.length)].split(' ')
      const begin = Math.floor(random() * from.length)
      words.push(...from.slice(begin, begin + 4 + Math.floor(random() * 12)))
    }
    posts.push(words.join(' '))
  }
  // Spliced ones among the others.
  for (let i = posts.length - 1; i > 0; i--) {
    const other = Math.floor(random() * (i + 1))
    ;[posts[i], posts[other]] = [posts[other], posts[i]]
  }
  return posts
}

// Queries in the three languages, with the words that a row of PostgreSQL is joined by.
function makeQueries(posts, random) {
  const found = new Map()
  for (const post of posts) {
    for (const word of new Set(
      post.toLowerCase().match(/(?<![\p{L}\p{N}#@$./])[a-z]{3,}(?![\p{L}\p{N}'’./])/gu),
    )) {
      found.set(word, (found.get(word) ?? 0) + 1)
    }
  }
  const words = [...found].filter(([, count]) => count > 2).sort((a, b) => b[1] - a[1])
  const syllables = ['ka', 'lo', 'mi', 'ren', 'tor', 'va', 'shi', 'ble', 'zu', 'pex', 'or', 'nim']
  const name = () => {
    let out = ''
    for (let i = 0; i < 3; i++) out += syllables[Math.floor(random() * syllables.length)]
    return out + String.fromCharCode(97 + Math.floor(random() * 26))
  }
  // By rank, as words are used: the common ones more often.
  const common = () => words[Math.floor(words.length ** random()) - 1 + 20]?.[0] ?? words[40][0]
  const rare = () => words[Math.floor(words.length * (0.5 + random() / 2))][0]
  const one = (word) => {
    const kind = random()
    if (kind < 0.7) return { us: word, pg: word, fts: `"${word}"`, anchor: [word] }
    const other = common()
    if (kind < 0.85) {
      return {
        us: `"${word} ${other}"`,
        pg: `(${word} <-> ${other})`,
        fts: `"${word} ${other}"`,
        anchor: [word],
      }
    }
    const near = [1, 2, 3, 4].flatMap((n) => [`${word} <${n}> ${other}`, `${other} <${n}> ${word}`])
    return {
      us: `(${word} NEAR/3 ${other})`,
      pg: `(${near.join(' | ')})`,
      fts: `NEAR("${word}" "${other}", 3)`,
      anchor: [word],
    }
  }
  const group = (pick) => {
    const parts = Array.from({ length: 1 + Math.floor(random() * 3) }, () => one(pick()))
    const join = (key, by) =>
      parts.length === 1 ? parts[0][key] : `(${parts.map((p) => p[key]).join(by)})`
    return {
      us: join('us', ' OR '),
      pg: join('pg', ' | '),
      fts: join('fts', ' OR '),
      anchor: parts.flatMap((p) => p.anchor),
    }
  }
  return Array.from({ length: kQueries }, () => {
    const groups = [group(random() < 0.03 ? rare : name)]
    while (groups.length < 3 && random() < 0.5) groups.push(group(common))
    const not = random() < 0.3 ? common() : ''
    const all = (key, by) => groups.map((each) => each[key]).join(by)
    return {
      us: all('us', ' AND ') + (not && ` NOT ${not}`),
      pg: all('pg', ' & ') + (not && ` & !${not}`),
      fts: not ? `(${all('fts', ' AND ')}) NOT "${not}"` : all('fts', ' AND '),
      anchor: [...new Set(groups[0].anchor)],
    }
  })
}

// In a process of its own.
const ftsPeer = `
  import { DatabaseSync } from 'node:sqlite'
  import { readFileSync } from 'node:fs'
  const [, folder, size, batch, seconds] = process.argv
  const posts = JSON.parse(readFileSync(folder + '/posts.json', 'utf8'))
  const queries = JSON.parse(readFileSync(folder + '/fts.json', 'utf8')).slice(0, Number(size))
  const db = new DatabaseSync(':memory:')
  db.exec("create virtual table post using fts5(text, tokenize='unicode61')")
  const put = db.prepare('insert into post(rowid, text) values (?, ?)')
  const ask = db.prepare('select rowid from post where post match ?')
  let done = 0
  let found = 0
  const began = process.cpuUsage()
  const spent = () => {
    const { user, system } = process.cpuUsage(began)
    return (user + system) / 1e6
  }
  do {
    db.exec('begin')
    for (let i = 0; i < Number(batch); i++) put.run(i, posts[(done + i) % posts.length])
    for (const query of queries) found += ask.all(query).length
    db.exec('delete from post')
    db.exec('commit')
    done += Number(batch)
  } while (spent() < Number(seconds))
  console.log(JSON.stringify({ rate: done / spent(), found: found / done }))
`

function fts(folder, size) {
  const done = spawnSync(
    process.execPath,
    ['--no-warnings', '--input-type=module', '-e', ftsPeer, folder, size, kBatch, kSeconds],
    { encoding: 'utf8' },
  )
  if (done.status !== 0) throw new Error(done.stderr)
  return JSON.parse(done.stdout)
}

// One backend, whose own CPU time is read where the kernel counts it.
function postgres(address, folder, size, batches) {
  const clock = `\\! cut -d' ' -f14,15 /proc/$PID/stat`
  const script = [
    '\\set ON_ERROR_STOP on',
    'set client_min_messages to warning; set jit to off; set max_parallel_workers_per_gather to 0;',
    `select pg_backend_pid() as pid \\gset`,
    `\\setenv PID :pid`,
    'create temp table post(id bigint primary key, text text);',
    'create temp table monitor(id bigint, anchor text, q tsquery);',
    `\\copy post from '${folder}/post.tsv'`,
    `\\copy monitor from program 'awk -F"\\t" "\\$1 < ${size}" ${folder}/monitor.tsv'`,
    'create index on monitor(anchor); analyze post; analyze monitor;',
    clock,
    ...Array.from(
      { length: batches },
      (_, i) =>
        `select count(*) from (select distinct p.id, m.id from (
           select id, v, unnest(tsvector_to_array(v)) as word from (
             select id, to_tsvector('simple', text) as v from post
             where id >= ${i * kBatch} and id < ${(i + 1) * kBatch} offset 0) as cut) as p
         join monitor as m on m.anchor = p.word where p.v @@ m.q) as found;`,
    ),
    clock,
  ]
  const done = spawnSync('psql', ['-X', '-A', '-t', '-q', address], {
    input: `${script.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (done.status !== 0) throw new Error(done.stderr)
  const lines = done.stdout.trim().split('\n')
  const ticks = (line) => line.split(' ').reduce((sum, each) => sum + Number(each), 0) / 100
  const seconds = ticks(lines.at(-1)) - ticks(lines[0])
  const found = lines.slice(1, -1).reduce((sum, each) => sum + Number(each), 0)
  return { rate: (batches * kBatch) / seconds, found: found / (batches * kBatch), seconds }
}

export default async function measure({ root, binary }) {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-'))
  const server = mkdtempSync(join(tmpdir(), 'rapport-postgres-'))
  const servers = join(root, 'tools/postgres-for-tests')
  try {
    const random = randomOf(5)
    const rows = readFileSync(join(root, 'tools/train/rows/posts.tsv'), 'utf8')
      .trimEnd()
      .split('\n')
    const posts = makePosts(
      rows.slice(1).map((row) => row.slice(row.lastIndexOf('\t') + 1)),
      random,
    )
    const queries = makeQueries(posts, random)
    writeFileSync(join(folder, 'posts.txt'), `${posts.join('\n')}\n`)
    writeFileSync(join(folder, 'queries.txt'), `${queries.map((each) => each.us).join('\n')}\n`)
    writeFileSync(join(folder, 'posts.json'), JSON.stringify(posts))
    writeFileSync(join(folder, 'fts.json'), JSON.stringify(queries.map((each) => each.fts)))
    writeFileSync(
      join(folder, 'post.tsv'),
      posts.map((post, i) => `${i}\t${post.replaceAll('\\', '\\\\')}\n`).join(''),
    )
    writeFileSync(
      join(folder, 'monitor.tsv'),
      queries
        .flatMap((each, i) => each.anchor.map((word) => `${i}\t${word}\t${each.pg}\n`))
        .join(''),
    )

    const done = spawnSync(
      join(root, 'build/release/listen_bench'),
      ['--benchmark_filter=^(match|change|look_back)', '--benchmark_format=json'],
      { encoding: 'utf8', env: { ...process.env, RAPPORT_BENCH_MATCHING: folder } },
    )
    if (done.status !== 0) throw new Error(done.stderr)
    const runs = JSON.parse(done.stdout).benchmarks
    const run = (name) => runs.find((each) => each.run_name === name)

    const address = spawnSync(servers, ['start', server], { encoding: 'utf8' }).stdout.trim()
    const figures = []
    for (const size of kSizes) {
      const monitors = `${size.toLocaleString('en')} monitors`
      const ours = run(`match/${size}`)
      const value = ours.items_per_second
      // Long enough to count in hundredths of a second.
      let batches = 5
      let pg = postgres(address, folder, size, batches)
      if (pg.seconds < kSeconds) {
        batches = Math.min(kPosts / kBatch, Math.ceil((batches * kSeconds) / pg.seconds))
        pg = postgres(address, folder, size, batches)
      }
      const lite = fts(folder, size)
      process.stderr.write(
        `${monitors}: a post matches ${ours.matches.toFixed(4)} (one of them at least: ` +
          `${(100 * ours.matched).toFixed(2)} %), in PostgreSQL ${pg.found.toFixed(4)}, ` +
          `in FTS5 ${lite.found.toFixed(4)}\n`,
      )
      figures.push({ name: `matching, ${monitors}`, value, unit: 'posts/s' })
      for (const [peer, its] of [
        ['PostgreSQL', pg],
        ['FTS5', lite],
      ]) {
        figures.push({
          name: `matching, ${monitors} against ${peer}`,
          value,
          unit: 'posts/s',
          peer,
          peer_value: its.rate,
        })
      }
      figures.push({
        name: `matching, memory of one of ${monitors}`,
        value: ours.bytes_each,
        unit: 'bytes',
      })
    }
    for (const size of [1000, 100_000]) {
      figures.push({
        name: `matching, a change among ${size.toLocaleString('en')} monitors, p99.9`,
        value: run(`change/${size}/iterations:20000`).p999_us / 1000,
        unit: 'ms',
      })
    }
    figures.push({
      name: 'matching, one query over history in memory',
      value: run('look_back').items_per_second,
      unit: 'posts/s',
    })

    // JSON in, 1,000 monitors that ask for a reading, JSON out: what their words fit is read.
    writeFileSync(
      join(folder, 'posts.jsonl'),
      Array.from(
        { length: 10 * kPosts },
        (_, i) => `${JSON.stringify({ id: `${i}`, text: posts[i % kPosts] })}\n`,
      ).join(''),
    )
    writeFileSync(
      join(folder, 'monitors.jsonl'),
      queries
        .slice(0, 1000)
        .map(
          (each, i) =>
            `${JSON.stringify({ id: i, query: `(${each.us}) AND sentiment:(negative OR neutral OR positive)` })}\n`,
        )
        .join(''),
    )
    const times = [1, 2, 3].map(() => {
      const filter = spawnSync(
        'bash',
        [
          '-c',
          `TIMEFORMAT='%U %S'; time "$0" match --monitors "$1/monitors.jsonl" <"$1/posts.jsonl" >"$1/out"`,
          binary,
          folder,
        ],
        { encoding: 'utf8' },
      )
      if (filter.status !== 0) throw new Error(filter.stderr)
      return filter.stderr
        .trim()
        .split('\n')
        .at(-1)
        .split(' ')
        .map(Number)
        .reduce((a, b) => a + b)
    })
    figures.push({
      name: 'matching, JSON to 1,000 monitors to reading what matched',
      value: (10 * kPosts) / times.sort((a, b) => a - b)[1],
      unit: 'posts/s',
    })
    return figures
  } finally {
    spawnSync(servers, ['stop', server])
    rmSync(folder, { recursive: true, force: true })
    rmSync(server, { recursive: true, force: true })
  }
}
