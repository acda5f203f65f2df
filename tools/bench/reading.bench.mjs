// Reading posts beside what npm has for a part of it: vader-sentiment and wink-sentiment (sentiment
// alone), franc (language alone). The same posts, our own labelled rows, in the same run; CPU time of
// one thread each: the engine by itself, as the others are, and `rapport read` with its JSON at both
// ends.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const kPosts = 50_000

// In a process of its own, so that neither warms the other's caches.
const peer = `
  import { readFileSync } from 'node:fs'
  const [, name, file] = process.argv
  const posts = readFileSync(file, 'utf8').trimEnd().split('\\n').map((line) => JSON.parse(line).text)
  const work = {
    'vader-sentiment': async () => {
      const { SentimentIntensityAnalyzer: it } = (await import('vader-sentiment')).default
      return (text) => it.polarity_scores(text).compound
    },
    'wink-sentiment': async () => {
      const it = (await import('wink-sentiment')).default
      return (text) => it(text).score
    },
    franc: async () => {
      const { franc } = await import('franc')
      return (text) => franc(text).length
    },
  }
  const read = await work[name]()
  for (const post of posts.slice(0, 500)) read(post)
  const began = process.cpuUsage()
  const until = performance.now() + 4000
  let done = 0
  while (done < posts.length && performance.now() < until) read(posts[done++])
  const { user, system } = process.cpuUsage(began)
  console.log(done / ((user + system) / 1e6))
`

export default async function measure({ root, binary }) {
  const peers = join(root, 'tools/bench/peers')
  if (!existsSync(join(peers, 'node_modules/franc'))) {
    const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: peers,
      stdio: 'inherit',
    })
    if (done.status !== 0) throw new Error('the peers could not be installed')
  }
  const scratch = mkdtempSync(join(tmpdir(), 'rapport-bench-'))
  try {
    const rows = readFileSync(join(root, 'tools/train/rows/posts.tsv'), 'utf8')
      .trimEnd()
      .split('\n')
    const texts = rows.slice(1).map((row) => row.slice(row.lastIndexOf('\t') + 1))
    const file = join(scratch, 'posts.jsonl')
    const lines = Array.from({ length: kPosts }, (_, i) =>
      JSON.stringify({ id: `${i}`, text: texts[i % texts.length] }),
    )
    writeFileSync(file, `${lines.join('\n')}\n`)

    const figures = []
    const filter = (input) => {
      const done = spawnSync(
        'bash',
        [
          '-c',
          `TIMEFORMAT='%U %S'; time "$0" read <"$1" >"$2"`,
          binary,
          input,
          join(scratch, 'out'),
        ],
        { encoding: 'utf8' },
      )
      if (done.status !== 0) throw new Error(done.stderr)
      const [user, system] = done.stderr.trim().split('\n').at(-1).split(' ').map(Number)
      return user + system
    }
    filter(file)
    const times = [filter(file), filter(file), filter(file)].sort((a, b) => a - b)
    const ours = kPosts / times[1]
    if (readFileSync(join(scratch, 'out'), 'utf8').trimEnd().split('\n').length !== kPosts) {
      throw new Error('rapport read lost posts')
    }
    const whole = spawnSync(
      join(root, 'build/release/text_bench'),
      ['--benchmark_filter=^reading, whole$', '--benchmark_format=json'],
      { encoding: 'utf8' },
    )
    if (whole.status !== 0) throw new Error(whole.stderr)
    const [{ items_per_second: engine }] = JSON.parse(whole.stdout).benchmarks
    for (const name of ['vader-sentiment', 'wink-sentiment', 'franc']) {
      const done = spawnSync(process.execPath, ['--input-type=module', '-e', peer, name, file], {
        cwd: peers,
        encoding: 'utf8',
      })
      if (done.status !== 0) throw new Error(done.stderr)
      for (const [what, value] of [
        ['the engine', engine],
        ['rapport read', ours],
      ]) {
        figures.push({
          name: `reading, ${what} against ${name}`,
          value,
          unit: 'posts/s',
          peer: name,
          peer_value: Number(done.stdout),
        })
      }
    }
    const resident = spawnSync(
      'bash',
      [
        '-c',
        `{ cat "$1"; sleep 3; } | "$0" read >/dev/null & sleep 2
         grep VmRSS "/proc/$(pgrep -n -P $$ -f ' read')/status"; wait`,
        binary,
        file,
      ],
      { encoding: 'utf8' },
    )
    const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(resident.stdout)?.[1])
    if (kilobytes) {
      figures.push({ name: 'reading, memory of rapport read', value: kilobytes / 1024, unit: 'MB' })
    }
    return figures
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}
