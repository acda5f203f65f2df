// Rapport's server under test: the real binary, on a free port, over a data folder of its own.
import { execFile, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { freePorts } from '../../tools/bluesky-network/lib/ports.mjs'
import { Api } from './api.mjs'
import { eventually, sleep } from './wait.mjs'

const run = promisify(execFile)
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

export const binary = process.env.RAPPORT_BINARY ?? path.join(root, 'build/rapport')

export const owner = {
  workspace: 'Harbour Bread',
  name: 'Olu Owner',
  email: 'olu@harbourbread.test',
  password: 'an oven is never cold',
}

export class Rapport {
  // `network` gives the directory of identities and the resolver of handles; `env` is added to the
  // server's own. Nothing runs before `start`.
  constructor({
    network,
    env = {},
    command = 'serve',
    binary: program = binary,
    // Under sanitizers, beside another test on a busy machine, the story takes a while to be told.
    patience = command === 'demo' ? 120_000 : 30_000,
  } = {}) {
    this.command = command
    this.program = program
    this.patience = patience
    this.data = fs.mkdtempSync(path.join(os.tmpdir(), 'rapport-data-'))
    this.env = {
      // No test listens to the public network.
      RAPPORT_BLUESKY_JETSTREAM: 'off',
      ...(network && {
        RAPPORT_BLUESKY_PLC: network.plc,
        RAPPORT_BLUESKY_RESOLVER: network.pds,
        RAPPORT_ALLOW_PRIVATE_ADDRESSES: '1',
      }),
      ...env,
    }
    this.log = ''
  }

  // Resolves when it answers, to how many milliseconds that took.
  async start() {
    this.port ??= (await freePorts(1))[0]
    this.url = `http://127.0.0.1:${this.port}`
    const started = performance.now()
    this.process = spawn(
      this.program,
      [this.command, '--data', this.data, '--port', String(this.port)],
      {
        env: { ...process.env, ...this.env },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    const child = this.process
    this.ended = new Promise((resolve) => {
      child.once('exit', (code, signal) => resolve({ code, signal }))
    })
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        this.log += chunk
      })
    const deadline = Date.now() + this.patience
    for (;;) {
      try {
        if ((await fetch(`${this.url}/api/health`)).ok) break
      } catch {
        // Not listening yet.
      }
      if (child.exitCode !== null || Date.now() > deadline)
        throw new Error(`the server did not start:\n${this.log.slice(-3000)}`)
      await sleep(5)
    }
    return performance.now() - started
  }

  // As a power switch does it.
  async kill() {
    this.process.kill('SIGKILL')
    await this.ended
  }

  // As an operator does it. A server that does not end well is a failure.
  async stop() {
    if (!this.process || this.process.exitCode !== null || this.process.signalCode) return
    this.process.kill('SIGTERM')
    const late = setTimeout(() => this.process.kill('SIGKILL'), 10_000)
    const { code, signal } = await this.ended
    clearTimeout(late)
    if (code !== 0)
      throw new Error(`the server ended with ${code ?? signal}:\n${this.log.slice(-3000)}`)
  }

  async remove() {
    await this.stop()
    fs.rmSync(this.data, { recursive: true, force: true })
  }

  // Adds a colleague from the command line, as an operator does, and resolves to a client signed in
  // as them.
  async addMember({ name, email, password, role = 'agent' }) {
    await run(
      binary,
      ['member', 'add', email, '--name', name, '--role', role, '--data', this.data],
      { env: { ...process.env, ...this.env, RAPPORT_PASSWORD: password } },
    )
    const api = new Api(this.url)
    await api.signIn({ email, password })
    return api
  }

  // The code that the first start printed.
  setupCode() {
    return this.log.match(/setup\?code=([\w-]+)/)?.[1]
  }

  // A client signed in as the owner, who is made at the first call.
  async asOwner() {
    const api = new Api(this.url)
    if ((await api.get('/session')).state === 'setup') {
      // It answers a moment before its words have come to us.
      const code = await eventually('the first start prints a code', () => this.setupCode())
      await api.setUp(code, owner)
    } else await api.signIn(owner)
    return api
  }
}

// Connects the brand and resolves to its channel.
export const connect = (api, brand, service = null) =>
  api.post('/channels', {
    network: 'bluesky',
    handle: brand.handle,
    app_password: brand.appPassword,
    service,
  })
