// A Bluesky network for one test file: started, spoken on, stopped.
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { fileURLToPath } from 'node:url'
import { client } from '../../tools/bluesky-network/lib/client.mjs'

const tools = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../../tools/bluesky-network',
)
const run = promisify(execFile)

// What stands in its net.json, with `people` to speak as anybody and `stop`.
export async function startNetwork(name, ...flags) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `rapport-${name}-`))
  const { stdout } = await run(path.join(tools, 'start'), ['--run', folder, ...flags])
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
