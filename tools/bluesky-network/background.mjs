// Starts network.mjs in the background and waits for it, or stops it: the work behind `start` and `stop`.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultRun } from './lib/places.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const [what, ...flags] = process.argv.slice(2)
const at = flags.indexOf('--run')
const run = path.resolve(at < 0 ? defaultRun : flags[at + 1])
const facts = path.join(run, 'net.json')

const sleep = (ms) => new Promise((wake) => setTimeout(wake, ms))
const alive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
const read = () => {
  try {
    return JSON.parse(fs.readFileSync(facts, 'utf8'))
  } catch {
    return undefined
  }
}

if (what === 'start') {
  const before = read()
  if (before && alive(before.pid)) {
    console.error(
      `a network runs already in ${run} (pid ${before.pid}); stop it or give another --run`,
    )
    process.exit(1)
  }
  fs.mkdirSync(run, { recursive: true })
  fs.rmSync(facts, { force: true })
  const log = path.join(run, 'network.log')
  const out = fs.openSync(log, 'w')
  const network = spawn(
    process.execPath,
    [
      path.join(here, 'network.mjs'),
      '--run',
      run,
      ...flags.filter((_, i) => at < 0 || (i !== at && i !== at + 1)),
    ],
    { detached: true, stdio: ['ignore', out, out] },
  )
  let ended = false
  network.on('exit', () => {
    ended = true
  })
  const deadline = Date.now() + 120_000
  while (!read()) {
    if (ended || Date.now() > deadline) {
      console.error(fs.readFileSync(log, 'utf8').slice(-2000))
      console.error(`the network did not start; its log: ${log}`)
      process.exit(1)
    }
    await sleep(50)
  }
  console.log(fs.readFileSync(facts, 'utf8').trim())
  process.exit(0)
} else if (what === 'stop') {
  const { pid } = read() ?? {}
  if (!pid || !alive(pid)) {
    console.error('no network runs there')
    process.exit(0)
  }
  process.kill(pid, 'SIGTERM')
  for (const deadline = Date.now() + 15_000; alive(pid) && Date.now() < deadline; ) await sleep(50)
  if (alive(pid)) process.kill(pid, 'SIGKILL')
} else {
  console.error('say start or stop')
  process.exit(2)
}
