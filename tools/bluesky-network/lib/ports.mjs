// Free ports of the loopback address.
import net from 'node:net'

// `count` different ports that were free a moment ago. All are held until all are chosen, so that the
// kernel cannot hand out one of them twice.
export async function freePorts(count) {
  const held = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((resolve, reject) => {
          const server = net.createServer().on('error', reject)
          server.listen(0, '127.0.0.1', () => resolve(server))
        }),
    ),
  )
  const ports = held.map((server) => server.address().port)
  await Promise.all(held.map((server) => new Promise((done) => server.close(done))))
  return ports
}
