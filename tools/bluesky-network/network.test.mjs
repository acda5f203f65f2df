// The network itself, before anything is tested on it.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { client } from './lib/client.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'network-test-'))
const run = promisify(execFile)

async function start(name, ...flags) {
  const { stdout } = await run(path.join(here, 'start'), [
    '--run',
    path.join(folder, name),
    ...flags,
  ])
  const facts = JSON.parse(stdout)
  return { ...facts, people: client(facts.control) }
}
const stop = (name) => run(path.join(here, 'stop'), ['--run', path.join(folder, name)])
const sleep = (ms) => new Promise((wake) => setTimeout(wake, ms))

after(() => fs.rmSync(folder, { recursive: true, force: true }))

describe('a whole network', () => {
  let network
  before(async () => {
    network = await start('whole')
  })
  after(() => stop('whole'))

  test('listens on loopback alone', () => {
    const addresses = listening(network.pid).map((one) => one.address)
    assert.ok(addresses.length >= 5, 'PLC, PDS, AppView, bsync and the door listen')
    assert.deepEqual([...new Set(addresses)], ['127.0.0.1'])
  })

  test('a mention is marked, and reaches the brand and the thread', async () => {
    await network.people.account({ name: 'marina' })
    await network.people.account({ name: 'tobias' })
    const asked = await network.people.post({
      who: 'tobias',
      text: 'Ahoy ⛵ @marina.test, is the 7.15 running? #ferry',
    })
    await network.people.reply({ who: 'marina', to: asked.uri, text: 'It is.' })
    await network.people.settle()
    const [notification] = await network.people.notifications({ who: 'marina' })
    assert.deepEqual([notification.reason, notification.uri], ['mention', asked.uri])
    const thread = await network.people.thread({ uri: asked.uri })
    assert.deepEqual(
      thread.replies.map((reply) => [reply.author, reply.text]),
      [['marina.test', 'It is.']],
    )

    const { records } = await network.people.list({ who: 'tobias' })
    const mention = records[0].value.facets.find((facet) =>
      facet.features[0].$type.endsWith('#mention'),
    )
    const bytes = Buffer.from(records[0].value.text).subarray(
      mention.index.byteStart,
      mention.index.byteEnd,
    )
    assert.equal(bytes.toString(), '@marina.test')
  })

  test('edits and deletions show', async () => {
    await network.people.account({ name: 'edith' })
    const { uri } = await network.people.post({ who: 'edith', text: 'first' })
    await network.people.edit({ who: 'edith', uri, text: 'second' })
    await network.people.settle()
    assert.equal((await network.people.thread({ uri })).text, 'second')
    await network.people.delete({ who: 'edith', uri })
    await network.people.settle()
    await assert.rejects(network.people.thread({ uri }), { code: 'NotFound' })
  })

  test('a restarted PDS keeps its data and its sessions', async () => {
    await network.people.account({ name: 'stay' })
    const { uri } = await network.people.post({ who: 'stay', text: 'before' })
    await network.people.restartPds()
    await network.people.reply({ who: 'stay', to: uri, text: 'after' })
    await network.people.settle()
    assert.equal((await network.people.thread({ uri })).replies[0].text, 'after')
  })

  test('an account taken down cannot write until it is restored', async () => {
    await network.people.account({ name: 'gone' })
    await network.people.takedown({ who: 'gone' })
    await assert.rejects(network.people.post({ who: 'gone', text: 'x' }), {
      code: 'AccountTakedown',
    })
    await network.people.restore({ who: 'gone' })
    await network.people.post({ who: 'gone', text: 'back' })
  })

  test('a second one in the same folder is refused, in another it runs beside', async () => {
    await assert.rejects(start('whole'), /runs already/)
    const other = await start('light', '--no-appview', '--rate-limits')
    try {
      assert.notEqual(other.pds, network.pds)
      const login = () =>
        fetch(`${other.pds}/xrpc/com.atproto.server.createSession`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ identifier: 'nobody.test', password: 'x' }),
        })
      const answers = await Promise.all(Array.from({ length: 31 }, login))
      const limited = answers.filter((answer) => answer.status === 429)
      assert.equal(limited.length, 1)
      assert.ok(limited[0].headers.get('ratelimit-reset'))
    } finally {
      await stop('light')
    }
  })
})

test('killed outright, it leaves no database behind', async () => {
  const network = await start('killed')
  const port = new URL(network.postgres).port
  process.kill(network.pid, 'SIGKILL')
  for (let i = 0; i < 100 && listens(port); i++) await sleep(50)
  assert.equal(listens(port), false)
})

const listens = (port) => listening().some((one) => one.port === Number(port))

// The sockets that listen, of one process or of all, as the kernel lists them.
function listening(pid) {
  const files = pid && fs.readdirSync(`/proc/${pid}/fd`).map((fd) => `/proc/${pid}/fd/${fd}`)
  const owned = files?.flatMap(
    (file) => fs.readlinkSync(file, { encoding: 'utf8' }).match(/^socket:\[(\d+)\]/)?.[1] ?? [],
  )
  return ['tcp', 'tcp6'].flatMap((table) =>
    fs
      .readFileSync(`/proc/net/${table}`, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter(
        ([, , , state, , , , , , inode]) => state === '0A' && (!owned || owned.includes(inode)),
      )
      .map(([, local]) => {
        const [address, port] = local.split(':')
        const bytes = address.match(/../g).map((byte) => Number.parseInt(byte, 16))
        return { address: bytes.reverse().join('.'), port: Number.parseInt(port, 16) }
      }),
  )
}
