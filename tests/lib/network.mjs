// A Bluesky network for one test file: started, spoken on, stopped.
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { client } from '../../tools/bluesky-network/lib/client.mjs'

const tools = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../tools/bluesky-network',
)
const run = promisify(execFile)

// What stands in its net.json, with `people` to speak as anybody and `stop`.
export async function startNetwork(name, ...flags) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `rapport-${name}-`))
  const { stdout } = await run(path.join(tools, 'start'), [
    '--run',
    folder,
    '--while',
    String(process.pid),
    ...flags,
  ])
  const facts = JSON.parse(stdout)
  return {
    ...facts,
    people: client(facts.control),
    async stop() {
      await run(path.join(tools, 'stop'), ['--run', folder])
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

// The network that the runner started for all files, or one for this file when it is run alone.
export async function sharedNetwork(name) {
  const at = process.env.RAPPORT_TEST_NETWORK
  if (!at) return startNetwork(name)
  const facts = JSON.parse(fs.readFileSync(at, 'utf8'))
  return { ...facts, people: client(facts.control), stop: async () => {} }
}

// A new account whose handle nobody else uses; resolves to {did, handle, password}.
export async function newPerson(network, name, displayName) {
  const unique = `${name}-${Math.random().toString(36).slice(2, 7)}`
  return network.people.account({ name: unique, displayName })
}

// The same with an app password, as a brand connects to Rapport.
export async function newBrand(network, name, displayName) {
  const account = await newPerson(network, name, displayName)
  const { password } = await network.people.appPassword({ who: account.did })
  return { ...account, appPassword: password }
}
