// The services themselves: directory of identities (PLC), data server (PDS), AppView and its bsync.
//
// They are the network's own programs, put together here rather than by dev-env's TestNetwork: that
// one also boots a moderation service and a second PDS, which we do not need, and cannot start a PDS
// again over the same data.
import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import './loopback.mjs'
import { installed } from './places.mjs'

// Skips the PDS's rate limits for those who bring it as x-ratelimit-bypass: the people of a test are
// not what the limits are tested on.
export const bypass = 'bypass-me'

// `folder` holds the PDS's data. With `appview` false there is neither AppView nor PostgreSQL, and
// every read of app.bsky.* answers 502 UpstreamFailure.
export async function startServices({ ports, folder, postgresUrl, appview, rateLimits }) {
  // File by file: its index also loads what we leave out, which takes longer than the whole start.
  const part = (name) => installed(`@atproto/dev-env/dist/${name}.js`)
  const [{ TestPlc }, { TestPds }, { mockNetworkUtilities }, { ADMIN_PASSWORD }] =
    await Promise.all(['plc', 'pds', 'util', 'const'].map(part))
  const plc = await TestPlc.create({ port: ports.plc })

  let bsync, bsky
  if (appview) {
    const [{ TestBsync }, { TestBsky }] = await Promise.all(['bsync', 'bsky'].map(part))
    const bsyncApiKey = 'bsync-api-key'
    bsync = await TestBsync.create({
      port: ports.bsync,
      apiKeys: [bsyncApiKey],
      dbUrl: postgresUrl,
      dbSchema: 'bsync',
    })
    bsky = await TestBsky.create({
      port: ports.appview,
      publicUrl: `http://localhost:${ports.appview}`,
      plcUrl: plc.url,
      pdsPort: ports.pds,
      bsyncApiKey,
      bsyncUrl: bsync.url,
      repoProvider: `ws://localhost:${ports.pds}`,
      dbPostgresUrl: postgresUrl,
      dbPostgresSchema: 'appview',
    })
    bsync.ctx.dataplaneClients = [bsky.ctx.dataplane]
  }

  // Fixed for the life of this network, so that a PDS started again is the same one.
  const pdsConfig = {
    port: ports.pds,
    hostname: 'localhost',
    didPlcUrl: plc.url,
    enableDidDocWithSession: true,
    dataDirectory: path.join(folder, 'pds'),
    blobstoreDiskLocation: path.join(folder, 'blobs'),
    plcRotationKeyK256PrivateKeyHex: crypto.randomBytes(32).toString('hex'),
    ...(bsky && { bskyAppViewUrl: bsky.url, bskyAppViewDid: bsky.ctx.cfg.serverDid }),
    ...(rateLimits && { rateLimitsEnabled: true, rateLimitBypassKey: bypass }),
  }
  fs.mkdirSync(pdsConfig.dataDirectory, { recursive: true })

  let pds
  async function startPds() {
    if (pds) return
    pds = await TestPds.create(pdsConfig)
    mockNetworkUtilities(pds, bsky)
  }
  async function stopPds() {
    const old = pds
    pds = undefined
    // Streams of events stay open for ever; a server that waits for them never closes.
    old?.server.server?.closeAllConnections?.()
    await old?.close()
  }
  await startPds()

  return {
    plcUrl: plc.url,
    pdsUrl: `http://localhost:${ports.pds}`,
    appviewUrl: bsky?.url,
    adminPassword: ADMIN_PASSWORD,
    startPds,
    stopPds,

    // Resolves when the AppView has read everything the PDS has written so far.
    async settle(timeout = 10_000) {
      await pds?.processAll()
      if (!bsky || !pds) return
      const until = Date.now() + timeout
      const last = await pds.ctx.sequencer.curr()
      while (last && Date.now() < until) {
        await bsky.sub.processAll()
        if ((await bsky.sub.getCursor()) >= last) return
        await new Promise((wake) => setTimeout(wake, 10))
      }
      if (last) throw new Error(`the AppView did not catch up within ${timeout} ms`)
    },

    async close() {
      await stopPds()
      await Promise.allSettled([bsky?.close(), bsync?.close()])
      await plc.close()
    },
  }
}
