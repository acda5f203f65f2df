// A desk on PostgreSQL as its owner has it: the demo starts on an empty database, the commands work
// beside it, and a backup moves the whole desk into another PostgreSQL and into a file.
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

const root = join(import.meta.dirname, '..', '..')
const binary = process.env.RAPPORT_BINARY ?? join(root, 'build', 'rapport')
const script = join(root, 'tools', 'postgres-for-tests')
const folder = mkdtempSync(join(tmpdir(), 'rapport-moving-'))
const postgres = join(folder, 'server')
const backup = join(folder, 'desk.db')
const password = 'a password of ours'

const home = (name) => join(folder, name)
const rapport = (args, env = {}) =>
  execFileSync(binary, args, {
    encoding: 'utf8',
    env: { ...process.env, RAPPORT_CONFIG: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

let address
let token
let told

function database(name) {
  execFileSync('psql', ['-q', address, '-c', `create database ${name}`])
  return ['--database', address.replace('/postgres?', `/${name}?`), '--data', home(name)]
}

async function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

// Runs a server over that place for as long as `work` takes.
async function serving(command, place, work) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = spawn(binary, [command, ...place, '--port', String(port)], { stdio: 'ignore' })
  try {
    const deadline = Date.now() + 120_000
    while (!(await fetch(`${url}/api/health`).catch(() => undefined))?.ok) {
      assert.equal(server.exitCode, null, 'the server ended')
      assert.ok(Date.now() < deadline, 'the server did not start in time')
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    return await work(url)
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    if (server.exitCode === null && server.kill('SIGTERM')) await ended
  }
}

// What the inbox says of everything, as somebody with the token sees it, and what a search finds.
function look(url) {
  const env = { RAPPORT_SERVER: url, RAPPORT_TOKEN: token }
  const all = JSON.parse(rapport(['inbox', '--state', 'all', '--json'], env))
  const found = JSON.parse(rapport(['inbox', '--state', 'all', '--search', 'the', '--json'], env))
  return { all, found }
}

before(() => {
  // PostgreSQL may run as another user.
  chmodSync(folder, 0o755)
  address = execFileSync(script, ['start', postgres, 'fsync = off'], { encoding: 'utf8' }).trim()
})

after(() => {
  execFileSync(script, ['stop', postgres, 'immediate'])
  rmSync(folder, { recursive: true, force: true })
})

test('the demo lives on PostgreSQL, and commands work beside it', async () => {
  const place = database('lively')
  await serving('demo', place, async (url) => {
    rapport(['member', 'add', 'kim@example.test', '--name', 'Kim', ...place], {
      RAPPORT_PASSWORD: password,
    })
    const said = rapport(['token', 'create', 'kim@example.test', ...place])
    token = said.match(/\S{30,}/)[0]
    const waiting = JSON.parse(
      rapport(['inbox', '--json'], { RAPPORT_SERVER: url, RAPPORT_TOKEN: token }),
    )
    assert.ok(JSON.stringify(waiting).length > 1000, 'people wait for an answer')
  })
  rapport(['backup', backup, ...place])
})

test('a backup of PostgreSQL becomes a file', async () => {
  const place = ['--data', home('file')]
  rapport(['restore', backup, ...place])
  await serving('serve', place, (url) => {
    told = look(url)
  })
  assert.ok(JSON.stringify(told.found).length > 1000, 'the words are found')
})

test('a backup of PostgreSQL becomes another PostgreSQL, with all that the file shows', async () => {
  const place = database('moved')
  rapport(['restore', backup, ...place])
  await serving('serve', place, (url) => {
    assert.deepEqual(look(url), told)
  })
})

test('a place that holds something is left as it is', () => {
  for (const place of [
    ['--database', address.replace('/postgres?', '/moved?'), '--data', home('moved')],
    ['--data', home('file')],
  ]) {
    assert.throws(() => rapport(['restore', backup, ...place]), /already/)
  }
})
