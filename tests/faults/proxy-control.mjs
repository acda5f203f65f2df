// The proxy as a program of its own, told what to do over HTTP, for trying faults by hand:
//
//   node proxy-control.mjs --pds URL [--plc URL] [--port N] [--plc-port N] [--control-port N]
//   curl -d '{"match":"putRecord","hold":"answer"}' localhost:CONTROL/rule    → {"id":1}
//   curl localhost:CONTROL/reached/1        waits until the rule took hold of a call
//   curl -d '{"how":"on"}' localhost:CONTROL/release/1
//   curl -d '' localhost:CONTROL/down       and /up, /clear; GET /log
import http from 'node:http'
import { parseArgs } from 'node:util'
import { startProxy } from './proxy.mjs'

const port = { type: 'string', default: '0' }
const { values } = parseArgs({
  options: {
    pds: { type: 'string' },
    plc: { type: 'string' },
    port,
    'plc-port': port,
    'control-port': port,
  },
})
if (!values.pds) {
  console.error(
    'node proxy-control.mjs --pds URL [--plc URL] [--port N] [--plc-port N] [--control-port N]',
  )
  process.exit(2)
}
const proxy = await startProxy({
  pds: values.pds,
  plc: values.plc,
  port: Number(values.port),
  plcPort: Number(values['plc-port']),
})
const rules = []

const verbs = {
  rule: (_, body) => ({ id: rules.push(proxy.rule(body)) }),
  reached: (id) => rules[id - 1].reached,
  release: (id, body) => {
    rules[id - 1].release(body.how)
    return {}
  },
  clear: () => {
    proxy.clear()
    return {}
  },
  down: async () => {
    await proxy.down()
    return {}
  },
  up: async () => {
    await proxy.up()
    return {}
  },
  log: () => proxy.log,
}

const control = http.createServer(async (request, response) => {
  let text = ''
  for await (const chunk of request) text += chunk
  const [, verb, id] = request.url.split('/')
  try {
    if (!Object.hasOwn(verbs, verb)) throw new Error(`no such verb: ${verb}`)
    response.end(JSON.stringify(await verbs[verb](Number(id), text ? JSON.parse(text) : {})) + '\n')
  } catch (error) {
    response.writeHead(400).end(JSON.stringify({ error: error.message }) + '\n')
  }
})
control.listen(Number(values['control-port']), '127.0.0.1', () => {
  console.log(
    JSON.stringify({
      pds: proxy.url,
      plc: proxy.plcUrl,
      control: `http://127.0.0.1:${control.address().port}`,
    }),
  )
})
