// A PostgreSQL server of our own, in a folder that goes away with it.
import { execFileSync, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'

// PostgreSQL refuses to run as root; then the account that Debian made for it is used.
function runAs() {
  if (process.getuid() !== 0) return {}
  const id = (flag) => Number(execFileSync('id', [flag, 'postgres']))
  return { uid: id('-u'), gid: id('-g') }
}

function programs() {
  const versions = fs.existsSync('/usr/lib/postgresql') ? fs.readdirSync('/usr/lib/postgresql') : []
  const newest = versions
    .map(Number)
    .filter(Boolean)
    .sort((a, b) => b - a)[0]
  if (!newest) throw new Error('PostgreSQL is not installed: run tools/bluesky-network/install')
  return `/usr/lib/postgresql/${newest}/bin`
}

// The server is killed and its folder removed as soon as the pipe on standard input closes, which
// happens even when this process is killed: nothing is ever left running.
const guard = `
  "$1/postgres" -D "$2" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
    -c max_connections=200 \${@:4} </dev/null &
  server=$!
  cat >/dev/null
  kill -INT $server 2>/dev/null
  wait $server
  rm -rf "$2"`

const kScratch = ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']

// Starts it on `port` and resolves once it takes connections. Nothing in it survives, and unless it
// is to be as careful as Debian's (`durable`) durability is switched off. `close` resolves when it is
// gone.
export async function startPostgres(port, { durable = false } = {}) {
  const bin = programs()
  const as = runAs()
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'bluesky-network-pg-'))
  if (as.uid) fs.chownSync(data, as.uid, as.gid)
  execFileSync(
    `${bin}/initdb`,
    ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '-N'],
    { ...as, cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] },
  )

  const log = path.join(data, 'server.log')
  const out = fs.openSync(log, 'a')
  // A process group of its own, or Ctrl-C would end it before the services that are still closing.
  const options = durable ? [] : kScratch
  const args = ['-c', guard, 'postgres-guard', bin, data, String(port), ...options]
  const shell = spawn('/bin/bash', args, {
    ...as,
    cwd: '/',
    detached: true,
    stdio: ['pipe', out, out],
  })
  const gone = new Promise((resolve) => shell.on('exit', resolve))

  const deadline = Date.now() + 20_000
  while (!(await accepts(port))) {
    if (shell.exitCode !== null || Date.now() > deadline)
      throw new Error(`PostgreSQL did not start: ${fs.readFileSync(log, 'utf8').slice(-800)}`)
    await new Promise((wake) => setTimeout(wake, 30))
  }
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    pid: shell.pid,
    close: () => {
      shell.stdin.end()
      return gone
    },
  }
}

// Whether it answers the protocol's SSL question: a listening socket alone may still be starting up.
const accepts = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1')
    const end = (is) => {
      socket.destroy()
      resolve(is)
    }
    socket.setTimeout(500, () => end(false))
    socket.on('error', () => end(false))
    socket.on('connect', () => socket.write(Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])))
    socket.on('data', () => end(true))
  })
