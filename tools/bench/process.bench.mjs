// What the running program costs: resident memory while nobody asks anything, and the time from
// starting it to its first answer.

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const kStarts = 9
const kIdleSeconds = 10

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

// Starts the demo over `data` and waits for its first good answer; returns the process and the
// milliseconds that took.
async function start(binary, data) {
  const port = await freePort()
  const began = performance.now()
  const child = spawn(binary, ['demo', '--data', data, '--port', `${port}`], { stdio: 'ignore' })
  let ended = false
  child.on('exit', () => {
    ended = true
  })
  while (!ended) {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null)
    if (answer?.ok) return { child, took: performance.now() - began }
    if (performance.now() - began > 30_000) break
    await sleep(2)
  }
  child.kill('SIGKILL')
  throw new Error('the server did not answer')
}

async function stop(child) {
  const ended = new Promise((resolve) => child.on('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

const residentMegabytes = (pid) =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024

export default async function measure({ binary }) {
  const data = mkdtempSync(join(tmpdir(), 'rapport-bench-'))
  try {
    // The first start makes the database and is not what a restart costs.
    const first = await start(binary, data)
    await sleep(kIdleSeconds * 1000)
    const memory = residentMegabytes(first.child.pid)
    await stop(first.child)

    const times = []
    for (let i = 0; i < kStarts; i++) {
      const { child, took } = await start(binary, data)
      times.push(took)
      await stop(child)
    }
    times.sort((a, b) => a - b)
    return [
      { name: 'memory, idle', value: memory, unit: 'MB' },
      { name: 'start-up, first', value: first.took, unit: 'ms' },
      { name: 'start-up', value: times[(kStarts - 1) / 2], unit: 'ms' },
    ]
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}
