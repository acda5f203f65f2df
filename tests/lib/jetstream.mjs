// A stand-in for Jetstream: a WebSocket server that sends events of its shape, remembers them, and
// goes on at a cursor. It is not Jetstream, and shows only that what is documented of it is handled.
//
//   const stream = await startJetstream({ numbered: true })
//   stream.post('did:plc:ana', 'words')     -> { uri, cid }
//   stream.edit(uri, 'other'), stream.delete(uri), stream.identity(did, handle), stream.account(did, {...})
//   stream.drop()         cuts every connection, as a crash would
//   stream.forget(count)  no longer has its first events
//   stream.shift(3600)    lets its clock run ahead, in seconds
//   stream.refuse = 503   answers so instead of opening a stream
//   stream.delay = 50     milliseconds between events
//   await stream.close()
//
// `numbered` adds the newer version's cursors, which count and are inclusive; without it they are
// microseconds alone. Cursors of 10^15 and more are microseconds for both.

import { createHash } from 'node:crypto'
import { createServer } from 'node:http'

const magic = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11'
const collection = 'app.bsky.feed.post'

function frame(text) {
  const body = Buffer.from(text)
  let head
  if (body.length < 126) {
    head = Buffer.from([0x81, body.length])
  } else if (body.length < 65536) {
    head = Buffer.alloc(4)
    head[0] = 0x81
    head[1] = 126
    head.writeUInt16BE(body.length, 2)
  } else {
    head = Buffer.alloc(10)
    head[0] = 0x81
    head[1] = 127
    head.writeBigUInt64BE(BigInt(body.length), 2)
  }
  return Buffer.concat([head, body])
}

// Answers pings, so that the client knows that somebody is there.
function answerPings(socket) {
  let held = Buffer.alloc(0)
  socket.on('data', (bytes) => {
    held = Buffer.concat([held, bytes])
    while (held.length >= 6) {
      const kind = held[0] & 15
      const length = held[1] & 127
      if (length > 125 || held.length < 6 + length) return
      const mask = held.subarray(2, 6)
      const body = Buffer.from(held.subarray(6, 6 + length).map((byte, i) => byte ^ mask[i % 4]))
      held = held.subarray(6 + length)
      if (kind === 9) socket.write(Buffer.concat([Buffer.from([0x8a, body.length]), body]))
      if (kind === 8) socket.end()
    }
  })
}

export async function startJetstream({ numbered = true, port = 0 } = {}) {
  const events = [] // { number, at, text }
  const clients = new Set()
  let first = 0 // events before it are forgotten
  let last = 0n
  let keys = 0
  let ahead = 0n

  const stream = {
    refuse: 0,
    delay: 0,
    asked: [],
    connections: 0,
    sent: 0,

    // Adds an event as it is.
    add(event) {
      const now = BigInt(Date.now()) * 1000n + ahead
      last = now > last ? now : last + 1n
      const number = events.length + 1
      const marks = `"time_us":${last}${numbered ? `,"cursor":${number}` : ''}`
      events.push({ number, at: last, text: `{${marks},${JSON.stringify(event).slice(1)}` })
      for (const client of clients) client.wake()
    },
    post(did, words, record = {}) {
      const rkey = `3k${String(++keys).padStart(11, '0')}`
      return put(did, rkey, words, record, 'create')
    },
    edit(uri, words, record = {}) {
      const [, , did, , rkey] = uri.split('/')
      return put(did, rkey, words, record, 'update')
    },
    delete(uri) {
      const [, , did, , rkey] = uri.split('/')
      stream.add({ did, kind: 'commit', commit: { operation: 'delete', collection, rkey } })
    },
    identity(did, handle) {
      stream.add({ did, kind: 'identity', identity: { did, handle } })
    },
    account(did, standing) {
      stream.add({ did, kind: 'account', account: { did, ...standing } })
    },
    drop() {
      for (const client of clients) client.socket.destroy()
    },
    forget(count) {
      first = Math.max(first, count)
    },
    shift(seconds) {
      ahead += BigInt(seconds) * 1_000_000n
    },
    total: () => events.length,
    async close() {
      stream.drop()
      await new Promise((resolve) => server.close(resolve))
    },
  }

  function put(did, rkey, words, record, operation) {
    const whole = {
      $type: collection,
      createdAt: new Date().toISOString(),
      langs: ['en'],
      ...record,
      text: words,
    }
    const hash = createHash('sha256').update(JSON.stringify(whole)).digest('hex')
    const cid = `bafyrei${hash.slice(0, 52)}`
    stream.add({
      did,
      kind: 'commit',
      commit: { rev: rkey, operation, collection, rkey, record: whole, cid },
    })
    return { uri: `at://${did}/${collection}/${rkey}`, cid }
  }

  function begin(cursor) {
    if (!cursor) return events.length
    const asked = BigInt(cursor)
    const found =
      asked < 10n ** 15n
        ? events.findIndex((event) => BigInt(event.number) >= asked)
        : events.findIndex((event) => event.at >= asked)
    // A cursor that is too old begins at what is left, silently; one ahead of us at what comes next.
    return found < 0 ? events.length : Math.max(found, first)
  }

  const server = createServer((_, response) => response.writeHead(404).end())
  server.on('upgrade', (request, socket) => {
    stream.asked.push(request.url)
    if (stream.refuse) {
      socket.end(`HTTP/1.1 ${stream.refuse} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
      return
    }
    const accept = createHash('sha1')
      .update(request.headers['sec-websocket-key'] + magic)
      .digest('base64')
    socket.write(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        `Sec-WebSocket-Accept: ${accept}\r\n\r\n`,
    )
    ++stream.connections
    answerPings(socket)
    let at = begin(new URL(request.url, 'http://x').searchParams.get('cursor'))
    let busy = false
    const client = {
      socket,
      async wake() {
        if (busy) return
        busy = true
        while (at < events.length && !socket.destroyed) {
          // Several at once, as a busy network does, unless somebody wants to see them trickle.
          const many = stream.delay ? 1 : 200
          const part = events.slice(at, at + many)
          at += part.length
          stream.sent += part.length
          const room = socket.write(Buffer.concat(part.map((event) => frame(event.text))))
          if (stream.delay) await new Promise((resolve) => setTimeout(resolve, stream.delay))
          if (!room && !socket.destroyed) {
            await new Promise((resolve) => {
              const go = () => {
                socket.off('drain', go)
                socket.off('close', go)
                resolve()
              }
              socket.on('drain', go)
              socket.on('close', go)
            })
          }
        }
        busy = false
      },
    }
    clients.add(client)
    socket.on('error', () => {})
    socket.on('close', () => clients.delete(client))
    client.wake()
  })
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve))
  stream.url = `ws://127.0.0.1:${server.address().port}`
  return stream
}
