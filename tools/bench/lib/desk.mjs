// A generated desk for measuring: made once, kept in build/bench-data, and served.

import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export const posts = Number(process.env.BENCH_POSTS ?? 1_000_000)
export const conversations = Math.max(1, Math.floor(posts / 5))
export const seed = 1
const kUntil = '2026-11-01'
const kPassword = 'measured, not guessed'

// What the content and its tables come from: when any of it changes, the desk is made anew.
function fingerprint(root) {
  const hash = createHash('sha256')
  for (const folder of ['src/store/migrations', 'src/app/generate']) {
    for (const name of readdirSync(join(root, folder)).sort()) {
      if (!name.endsWith('_test.cc')) hash.update(readFileSync(join(root, folder, name)))
    }
  }
  return hash.digest('hex').slice(0, 10)
}

// The folder of the desk: two workspaces, the second with one per cent of all. `kind` names what is
// made by other options than the usual ones.
export function generated(root, binary, kind = '', more = {}) {
  const all = join(root, 'build/bench-data')
  const named = `${posts}${kind}-`
  const folder = join(all, `${named}${seed}-${more.until ?? kUntil}-${fingerprint(root)}`)
  if (existsSync(join(folder, 'rapport.db'))) return folder
  mkdirSync(all, { recursive: true })
  for (const old of readdirSync(all)) {
    if (old.startsWith(named)) rmSync(join(all, old), { recursive: true, force: true })
  }
  const making = `${folder}.making`
  rmSync(making, { recursive: true, force: true })
  const options = { posts, conversations, seed, workspaces: 2, share: 1, until: kUntil, ...more }
  execFileSync(
    binary,
    [
      'generate',
      '--data',
      making,
      ...Object.entries(options).flatMap(([k, v]) => [`--${k}`, `${v}`]),
    ],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, RAPPORT_PASSWORD: kPassword },
    },
  )
  renameSync(making, folder)
  return folder
}

// A member of the first workspace, and one of the small second.
export const token = (binary, data, workspace, env = {}) =>
  execFileSync(
    binary,
    ['token', 'create', `elif@desk${workspace}.generated.example`, '--data', data],
    { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...env } },
  )
    .toString()
    .trim()

export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

// Serves a desk; resolves once it answers.
export async function serve(binary, data, env = {}) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const began = performance.now()
  const child = spawn(binary, ['serve', '--data', data, '--port', `${port}`], {
    stdio: ['ignore', 'ignore', 'ignore'],
    env: { ...process.env, ...env },
  })
  const ended = new Promise((resolve) => child.on('exit', resolve))
  for (;;) {
    const answer = await fetch(`${url}/api/health`).catch(() => null)
    if (answer?.ok) break
    if (child.exitCode !== null || performance.now() - began > 60_000)
      throw new Error('the server did not answer')
    await sleep(2)
  }
  return {
    url,
    took: performance.now() - began,
    memory: () =>
      Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))[1]) /
      1024,
    // Seconds of CPU it took so far, all threads together, in hundredths.
    cpu: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ')
      return (Number(fields[11]) + Number(fields[12])) / 100
    },
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
