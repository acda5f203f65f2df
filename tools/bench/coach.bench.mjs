// A whole review beside write-good, which is the nearest that npm has: it finds passive voice, weasel
// words and the like in English prose, a part of the one rule `stuffy`. There is no whole peer. The
// same draft in the same run; CPU time of one thread each.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

// As in src/coach/coach_bench.cc.
const draft =
  "Hi Maya, three weeks is far too long, and being cut off twice on top of it: I'm sorry. The " +
  "parcel is stuck at the depot in Lyon and moves on tonight. If it isn't with you by then you " +
  'may send it back unopened. The opening hours are mended. Which of our shops do you go to, ' +
  'so that I can ask them to look out for it?'

const peer = `
  import writeGood from 'write-good'
  const draft = process.argv[1]
  for (let i = 0; i < 500; ++i) writeGood(draft)
  const began = process.cpuUsage()
  const until = performance.now() + 2000
  let done = 0
  while (performance.now() < until) {
    writeGood(draft)
    ++done
  }
  const { user, system } = process.cpuUsage(began)
  console.log(done / ((user + system) / 1e6))
`

export default async function measure({ root }) {
  const peers = join(root, 'tools/bench/peers')
  if (!existsSync(join(peers, 'node_modules/write-good'))) {
    const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: peers,
      stdio: 'inherit',
    })
    if (done.status !== 0) throw new Error('the peers could not be installed')
  }
  const ours = spawnSync(
    join(root, 'build/release/coach_bench'),
    ['--benchmark_filter=^coach, a draft of 300 characters$', '--benchmark_format=json'],
    { encoding: 'utf8' },
  )
  if (ours.status !== 0) throw new Error(ours.stderr)
  const [{ items_per_second: value }] = JSON.parse(ours.stdout).benchmarks
  const theirs = spawnSync(process.execPath, ['--input-type=module', '-e', peer, draft], {
    cwd: peers,
    encoding: 'utf8',
  })
  if (theirs.status !== 0) throw new Error(theirs.stderr)
  return [
    {
      name: 'coach, a whole review against write-good',
      value,
      unit: 'reviews/s',
      peer: 'write-good',
      peer_value: Number(theirs.stdout),
    },
  ]
}
