// A network that misbehaves on purpose: it stands before a real PDS and hands everything through,
// except what a rule tells it to hold, refuse, cut off or lose.
//
// A client stays behind it because the PDS's own address is replaced by ours in every DID document
// that passes: in answers of the PDS, and of the PLC if that is given too.
//
//   const proxy = await startProxy({ pds: network.pds, plc: network.plc })
//   const held = proxy.rule({ match: 'putRecord', hold: 'answer' })
//   const { rkey } = await held.reached      // the PDS has written it; its answer waits here
//   held.release()
import { EventEmitter, on } from 'node:events'
import http from 'node:http'

const agent = new http.Agent({ keepAlive: true })

// What a rule may do besides hold and drop; each is answered without asking the PDS.
const answers = {
  limited: ({ retryAfter = 2 } = {}) => ({
    status: 429,
    headers: {
      'retry-after': String(retryAfter),
      'ratelimit-limit': '3000',
      'ratelimit-remaining': '0',
      'ratelimit-reset': String(Math.ceil(Date.now() / 1000) + retryAfter),
      'ratelimit-policy': '3000;w=300',
    },
    body: { error: 'RateLimitExceeded', message: 'Rate Limit Exceeded' },
  }),
  broken: () => ({
    status: 500,
    body: { error: 'InternalServerError', message: 'Internal Server Error' },
  }),
  unreachable: () => ({
    status: 502,
    body: { error: 'UpstreamFailure', message: 'Upstream Failure' },
  }),
  html: () => ({
    status: 502,
    headers: { 'content-type': 'text/html' },
    text: '<html><h1>502 Bad Gateway</h1></html>',
  }),
  expired: () => ({ status: 400, body: { error: 'ExpiredToken', message: 'Token has expired' } }),
  revoked: () => ({
    status: 400,
    body: { error: 'ExpiredToken', message: 'Token has been revoked' },
  }),
}

// `port` and `plcPort` are free ones unless given.
export async function startProxy({ pds, plc, port = 0, plcPort = 0 }) {
  const log = []
  const rules = []
  const events = new EventEmitter().setMaxListeners(0)
  const sides = [await listen(pds, port)]
  if (plc) sides.push(await listen(plc, plcPort))
  const places = new Map([[new URL(pds).origin, sides[0].url]])
  let seen = 0

  function note(exchange, phase, more = {}) {
    const entry = { at: Date.now(), n: exchange.n, phase, ...exchange.facts, ...more }
    log.push(entry)
    events.emit('entry', entry)
  }

  // `match` names the call: a part of its path (`putRecord`), or a function of {method, path, name,
  // collection, rkey, body}. The rule is used `times` times, once if not said, and does one of
  //   hold: 'request'    keeps it back before the PDS has seen it
  //   hold: 'answer'     lets the PDS do it and keeps its answer back
  //   drop: 'request'    cuts the connection before the PDS has seen it
  //   drop: 'answer'     lets the PDS do it and cuts the connection instead of answering
  //   answer: 'limited' | 'broken' | 'unreachable' | 'html' | 'expired' | 'revoked', or {status, headers, body}
  // `reached` resolves with the call's facts when the rule took hold of one. What is held goes on by
  // `release()`, or ends by `release('drop')`; held ones whose client is gone end by themselves.
  function rule({ match, hold, drop, answer, times = 1, ...options }) {
    const matches = typeof match === 'function' ? match : (facts) => facts.path.includes(match)
    const made = { matches, hold, drop, answer, options, left: times }
    made.reached = new Promise((resolve) => {
      made.reach = resolve
    })
    made.released = new Promise((resolve) => {
      made.letGo = resolve
    })
    made.release = (how = 'on') => made.letGo(how)
    made.remove = () => {
      if (rules.includes(made)) rules.splice(rules.indexOf(made), 1)
    }
    rules.push(made)
    return made
  }

  function take(facts) {
    const found = rules.find((one) => one.left > 0 && one.matches(facts))
    if (found && --found.left === 0) found.remove()
    return found
  }

  async function exchange(side, request, response) {
    const chunks = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const facts = factsOf(request, body)
    const it = {
      n: ++seen,
      facts: {
        method: request.method,
        name: facts.name,
        rkey: facts.rkey,
        collection: facts.collection,
      },
    }
    const gone = new Promise((resolve) =>
      response.once('close', () => {
        if (!response.writableFinished) resolve('gone')
      }),
    )
    note(it, 'received')
    const rule = take(facts)

    const wait = async () => {
      note(it, `held ${rule.hold}`)
      rule.reach({ ...it.facts, n: it.n })
      const how = await Promise.race([rule.released, gone])
      if (how === 'on') return true
      note(it, how === 'gone' ? 'client gone' : 'dropped')
      response.destroy()
      return false
    }
    const cut = () => {
      note(it, `dropped ${rule.drop}`)
      response.destroy()
      rule.reach({ ...it.facts, n: it.n })
    }

    if (rule?.answer) {
      const given =
        typeof rule.answer === 'string' ? answers[rule.answer](rule.options) : rule.answer
      note(it, 'answered by the proxy', { status: given.status })
      rule.reach({ ...it.facts, n: it.n })
      response.writeHead(given.status, { 'content-type': 'application/json', ...given.headers })
      return response.end(given.text ?? JSON.stringify(given.body ?? {}))
    }
    if (rule?.drop === 'request') return cut()
    if (rule?.hold === 'request' && !(await wait())) return

    note(it, 'forwarded')
    let answer
    try {
      answer = await forward(side.target, request, body, facts)
    } catch (error) {
      note(it, 'PDS not reached', { error: error.code })
      return response.destroy()
    }
    note(it, 'answered', { status: answer.status })
    if (rule?.drop === 'answer') return cut()
    if (rule?.hold === 'answer' && !(await wait())) return

    const text = rewrite(answer, places)
    response.writeHead(answer.status, { ...answer.headers, 'content-length': text.length })
    response.end(text)
    note(it, 'returned', { status: answer.status })
  }

  async function listen(target, wanted) {
    const side = { target: new URL(target), connections: new Set() }
    side.open = (on) =>
      new Promise((resolve, reject) => {
        side.server = http.createServer((request, response) => {
          exchange(side, request, response).catch(() => response.destroy())
        })
        side.server.keepAliveTimeout = 60_000
        side.server.on('error', reject).listen(on, '127.0.0.1', resolve)
      })
    side.shut = () =>
      new Promise((resolve) => {
        side.server.close(resolve)
        side.server.closeAllConnections()
      })
    await side.open(wanted)
    side.port = side.server.address().port
    side.url = `http://localhost:${side.port}`
    return side
  }

  const proxy = {
    url: sides[0].url,
    plcUrl: sides[1]?.url,
    log,
    events,
    rule,
    clear() {
      rules.length = 0
    },
    // Nothing listens: connections are refused, and those that stood are cut.
    down: () => Promise.all(sides.map((side) => side.shut())),
    up: () => Promise.all(sides.map((side) => side.open(side.port))),
    close: () => Promise.all(sides.map((side) => side.shut())),

    // The first entry of the log from `since` on (an index) for which `test` holds, awaited.
    async entry(test, { since = 0, timeout = 15_000 } = {}) {
      const before = log.slice(since).find(test)
      if (before) return before
      const late = AbortSignal.timeout(timeout)
      try {
        for await (const [entry] of on(events, 'entry', { signal: late }))
          if (test(entry)) return entry
      } catch (error) {
        if (!late.aborted) throw error
        throw new Error(`the proxy saw nothing of the kind within ${timeout} ms`)
      }
    },
  }
  return proxy
}

function factsOf(request, body) {
  const path = request.url
  const name = path.match(/^\/xrpc\/([\w.]+)/)?.[1] ?? path
  const facts = { method: request.method, path, name }
  if (request.headers['content-type']?.includes('json')) {
    try {
      facts.body = JSON.parse(body.toString())
    } catch {
      /* not ours to judge */
    }
  }
  const query = new URL(path, 'http://x').searchParams
  facts.rkey = facts.body?.rkey ?? query.get('rkey') ?? undefined
  facts.collection = facts.body?.collection ?? query.get('collection') ?? undefined
  return facts
}

function forward(target, request, body, facts) {
  const headers = { ...request.headers, host: target.host, connection: 'keep-alive' }
  delete headers['transfer-encoding']
  if (body.length || request.method === 'POST') headers['content-length'] = body.length
  // An answer that we may have to rewrite must come as plain text.
  if (mayHoldDocument(facts.path)) delete headers['accept-encoding']
  return new Promise((resolve, reject) => {
    const onward = http.request(
      {
        agent,
        headers,
        host: '127.0.0.1',
        port: target.port,
        method: request.method,
        path: request.url,
      },
      (answer) => {
        const chunks = []
        answer.on('data', (chunk) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const kept = { ...answer.headers }
          for (const name of ['connection', 'keep-alive', 'transfer-encoding']) delete kept[name]
          resolve({
            status: answer.statusCode,
            headers: kept,
            body: Buffer.concat(chunks),
            path: facts.path,
          })
        })
      },
    )
    onward.on('error', reject)
    onward.end(body)
  })
}

const mayHoldDocument = (path) =>
  /^\/(did:|xrpc\/com\.atproto\.(server|identity)\.)/.test(decodeURIComponent(path))

function rewrite(answer, places) {
  if (!mayHoldDocument(answer.path) || !answer.body.includes('serviceEndpoint')) return answer.body
  const replace = (value) => {
    if (Array.isArray(value)) return value.map(replace)
    if (!value || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [
        key,
        key === 'serviceEndpoint' ? (places.get(inner) ?? inner) : replace(inner),
      ]),
    )
  }
  return Buffer.from(JSON.stringify(replace(JSON.parse(answer.body.toString()))))
}
