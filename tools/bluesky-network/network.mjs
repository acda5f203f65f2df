// A whole Bluesky network on one machine, on loopback only: PLC, PDS, AppView and bsync.
//
//   node network.mjs [--run DIR] [--seed] [--rate-limits] [--no-appview] [--while PID]
//                    [--plc-port N] [--pds-port N] [--appview-port N] [--control-port N] [--postgres-port N]
//
// Ports not given are free ones. Every port also has a variable (BLUESKY_PDS_PORT and so on). When it
// is up, its addresses stand in DIR/net.json; it runs until SIGTERM or Ctrl-C, or until the process PID
// is gone, and leaves nothing behind.
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { startControl } from './lib/control.mjs'
import { makePeople } from './lib/people.mjs'
import { defaultRun } from './lib/places.mjs'
import { freePorts } from './lib/ports.mjs'
import { startPostgres } from './lib/postgres.mjs'
import { bypass, startServices } from './lib/services.mjs'
import { seed } from './seed.mjs'

process.env.LOG_ENABLED ??= 'false'

const portNames = ['plc', 'pds', 'appview', 'bsync', 'control', 'postgres']
const { values: flags } = parseArgs({
  options: {
    run: { type: 'string', default: defaultRun },
    seed: { type: 'boolean', default: false },
    'rate-limits': { type: 'boolean', default: false },
    while: { type: 'string' },
    'no-appview': { type: 'boolean', default: false },
    ...Object.fromEntries(portNames.map((name) => [`${name}-port`, { type: 'string' }])),
  },
})

const free = await freePorts(portNames.length)
const ports = Object.fromEntries(
  portNames.map((name, i) => [
    name,
    Number(flags[`${name}-port`] ?? process.env[`BLUESKY_${name.toUpperCase()}_PORT`] ?? free[i]),
  ]),
)

const facts = path.join(flags.run, 'net.json')
// Emptied at both ends: nothing of a network outlives it, not even of one that was killed.
const folder = path.join(flags.run, 'data')
fs.rmSync(folder, { recursive: true, force: true })
const toClose = [() => fs.rmSync(folder, { recursive: true, force: true })]
let stopping = false

async function stop(code) {
  if (stopping) return
  stopping = true
  fs.rmSync(facts, { force: true })
  // A service that hangs must not keep the others, nor its database, alive.
  setTimeout(() => process.exit(code), 6000).unref()
  for (const close of toClose.reverse()) await Promise.resolve(close()).catch(() => {})
  process.exit(code)
}
process.on('SIGTERM', () => stop(0))
process.on('SIGINT', () => stop(0))
// A test that is killed cannot stop the network it started.
if (flags.while)
  setInterval(() => {
    try {
      process.kill(Number(flags.while), 0)
    } catch {
      stop(0)
    }
  }, 1000).unref()

try {
  fs.mkdirSync(flags.run, { recursive: true })
  const started = performance.now()
  const appview = !flags['no-appview']

  let postgres
  if (appview) {
    postgres = await startPostgres(ports.postgres)
    toClose.push(() => postgres.close())
  }
  const services = await startServices({
    ports,
    folder,
    appview,
    postgresUrl: postgres?.url,
    rateLimits: flags['rate-limits'],
  })
  toClose.push(() => services.close())

  const people = await makePeople(services)
  const control = await startControl(ports.control, people)
  toClose.push(() => control.close())
  const bootMs = Math.round(performance.now() - started)

  const seeded = flags.seed ? await seed(people, appview) : {}
  const info = {
    pid: process.pid,
    bootMs,
    memoryMiB: Math.round(process.memoryUsage().rss / 2 ** 20),
    plc: services.plcUrl,
    pds: services.pdsUrl,
    appview: services.appviewUrl,
    firehose: `${services.pdsUrl.replace('http', 'ws')}/xrpc/com.atproto.sync.subscribeRepos`,
    control: `http://127.0.0.1:${ports.control}`,
    postgres: postgres?.url,
    adminPassword: services.adminPassword,
    rateLimitBypass: flags['rate-limits'] ? bypass : undefined,
    ...seeded,
  }
  // Renamed into place, so that nobody reads half of it.
  fs.writeFileSync(`${facts}.new`, JSON.stringify(info, null, 2) + '\n')
  fs.renameSync(`${facts}.new`, facts)
  console.log(JSON.stringify(info))
} catch (error) {
  console.error(error)
  await stop(1)
}
