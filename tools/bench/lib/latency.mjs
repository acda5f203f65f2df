// How long answers take over one connection that is kept open, as a browser keeps it.

import http from 'node:http'

export class Client {
  constructor(url, token) {
    this.url = new URL(url)
    this.agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
    this.headers = token ? { authorization: `Bearer ${token}` } : {}
  }

  // Resolves to { took, body } of a good answer; anything else is an error.
  get(path) {
    return this.send('GET', path)
  }

  // The same with a body, which is sent as JSON.
  send(method, path, body) {
    return new Promise((resolve, reject) => {
      const began = performance.now()
      const request = http.request(
        {
          method,
          host: this.url.hostname,
          port: this.url.port,
          path,
          agent: this.agent,
          headers: { ...this.headers, ...(body && { 'content-type': 'application/json' }) },
        },
        (answer) => {
          const chunks = []
          answer.on('data', (chunk) => chunks.push(chunk))
          answer.on('end', () => {
            const took = performance.now() - began
            const got = Buffer.concat(chunks)
            if (answer.statusCode === 200) resolve({ took, body: got })
            else reject(new Error(`${path}: ${answer.statusCode} ${got.toString().slice(0, 200)}`))
          })
          answer.on('error', reject)
        },
      )
      request.on('error', reject)
      request.end(body && JSON.stringify(body))
    })
  }

  async json(path) {
    return JSON.parse((await this.get(path)).body)
  }

  close() {
    this.agent.destroy()
  }
}

// The times of asking for each of `paths` once, in order, after a few that do not count.
export async function times(client, paths) {
  for (const path of paths.slice(0, 20)) await client.get(path)
  const took = []
  for (const path of paths) took.push((await client.get(path)).took)
  return took.sort((a, b) => a - b)
}

export const quantile = (sorted, part) =>
  sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))]

// Two figures of sorted times: the middle one and the one that a hundredth exceeds.
export const figures = (name, sorted, more = {}) => [
  { name: `${name}, p50`, value: quantile(sorted, 0.5), unit: 'ms' },
  { name: `${name}, p99`, value: quantile(sorted, 0.99), unit: 'ms', ...more },
]
