// The people of the network, and what each of them can do: one function a verb.
//
// They speak to the PDS over plain HTTP as any app does. A person is named by the first part of the
// handle (`ana`), by the handle (`ana.test`) or by DID.

import { installed } from './places.mjs'
import { bypass } from './services.mjs'

const suffix = '.test'

// What the network answered when it did not do as asked.
export class Refused extends Error {
  constructor(method, status, body) {
    super(`${method}: ${status} ${body?.error ?? ''} ${body?.message ?? ''}`.trim())
    this.status = status
    this.error = body?.error
  }
}

export async function makePeople(services) {
  const { RichText } = await installed('@atproto/api/dist/index.js')
  const people = new Map() // handle → { did, handle, password, token }

  async function call(base, method, { query, body, headers = {} } = {}) {
    const url = new URL(`/xrpc/${method}`, base)
    for (const [key, value] of Object.entries(query ?? {}))
      for (const one of [value].flat()) if (one !== undefined) url.searchParams.append(key, one)
    const answer = await fetch(url, {
      method: body ? 'POST' : 'GET',
      headers: {
        'x-ratelimit-bypass': bypass,
        ...headers,
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    })
    const text = await answer.text()
    const json =
      text && answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined
    if (!answer.ok) throw new Refused(method, answer.status, json)
    return json
  }

  const toPds = (method, options) => call(services.pdsUrl, method, options)
  const toAppView = (method, query) => {
    if (!services.appviewUrl) throw new Error('this network runs without an AppView')
    return call(services.appviewUrl, method, { query })
  }
  const asAdmin = (method, body) =>
    toPds(method, {
      body,
      headers: {
        authorization: `Basic ${Buffer.from(`admin:${services.adminPassword}`).toString('base64')}`,
      },
    })

  function find(who) {
    for (const one of people.values())
      if (one.handle === who || one.did === who || one.handle === who + suffix) return one
    throw new Error(`nobody here is called ${who}: make them with \`account\``)
  }

  async function login(person) {
    const session = await toPds('com.atproto.server.createSession', {
      body: { identifier: person.did, password: person.password },
    })
    person.token = session.accessJwt
  }

  async function as(who, method, options = {}) {
    const person = find(who)
    const attempt = () =>
      toPds(method, {
        ...options,
        headers: { ...options.headers, authorization: `Bearer ${person.token}` },
      })
    try {
      return await attempt()
    } catch (error) {
      if (error.error !== 'ExpiredToken') throw error
      await login(person)
      return attempt()
    }
  }

  const create = (who, collection, record, rkey) =>
    as(who, 'com.atproto.repo.createRecord', {
      body: {
        repo: find(who).did,
        collection,
        rkey,
        record: { $type: collection, createdAt: new Date().toISOString(), ...record },
      },
    })

  const parts = (uri) => {
    const [repo, collection, rkey] = uri.replace('at://', '').split('/')
    return { repo, collection, rkey }
  }

  // The record behind a uri; or, where a person is named instead, that person's newest post.
  async function record(uri) {
    if (uri.startsWith('at://')) return toPds('com.atproto.repo.getRecord', { query: parts(uri) })
    const { records } = await list({ who: uri, limit: 1 })
    if (!records.length) throw new Error(`${uri} has not posted yet`)
    return records[0]
  }
  const ref = ({ uri, cid }) => ({ uri, cid })

  // Text with its mentions, links and tags marked, as apps do before they post.
  async function withFacets(text) {
    const rich = new RichText({ text })
    rich.detectFacetsWithoutResolution()
    for (const facet of rich.facets ?? [])
      for (const feature of facet.features)
        if (feature.$type === 'app.bsky.richtext.facet#mention')
          feature.did = await toPds('com.atproto.identity.resolveHandle', {
            query: { handle: feature.did },
          }).then(
            (answer) => answer.did,
            () => '',
          )
    const facets = (rich.facets ?? []).filter((facet) =>
      facet.features.every((one) => one.did !== ''),
    )
    return { text: rich.text, ...(facets.length && { facets }) }
  }

  // Everything a person wrote of one kind, newest first, as their own repository has it.
  async function list({ who, collection = 'app.bsky.feed.post', limit = 100, cursor }) {
    return toPds('com.atproto.repo.listRecords', {
      query: { repo: find(who).did, collection, limit, cursor },
    })
  }

  return {
    async account({ name, displayName, description, password = `${name}-pass-1` }) {
      const handle = name.includes('.') ? name : name + suffix
      const made = await toPds('com.atproto.server.createAccount', {
        body: { handle, email: `${name}@mail.test`, password },
      })
      people.set(handle, { did: made.did, handle, password, token: made.accessJwt })
      if (displayName || description)
        await as(handle, 'com.atproto.repo.putRecord', {
          body: {
            repo: made.did,
            collection: 'app.bsky.actor.profile',
            rkey: 'self',
            record: {
              $type: 'app.bsky.actor.profile',
              displayName,
              description,
              createdAt: new Date().toISOString(),
            },
          },
        })
      return { did: made.did, handle, password }
    },

    async people() {
      return [...people.values()].map(({ did, handle, password }) => ({ did, handle, password }))
    },

    // A password for another app, as a brand gives one to Rapport.
    async 'app-password'({ who, name = 'rapport' }) {
      return {
        name,
        password: (await as(who, 'com.atproto.server.createAppPassword', { body: { name } }))
          .password,
      }
    },

    // Takes it back, and with it every session that was opened with it.
    async 'revoke-app-password'({ who, name = 'rapport' }) {
      await as(who, 'com.atproto.server.revokeAppPassword', { body: { name } })
      return {}
    },

    // `rkey` chooses the record key; `reply` and `quote` are uris or people.
    async post({ who, text, reply, quote, langs = ['en'], rkey, createdAt, facets = true }) {
      const post = {
        ...(facets ? await withFacets(text) : { text }),
        langs,
        ...(createdAt && { createdAt }),
      }
      if (reply) {
        const parent = await record(reply)
        post.reply = { root: parent.value.reply?.root ?? ref(parent), parent: ref(parent) }
      }
      if (quote) post.embed = { $type: 'app.bsky.embed.record', record: ref(await record(quote)) }
      return ref(await create(who, 'app.bsky.feed.post', post, rkey))
    },

    async reply({ who, to, ...post }) {
      return this.post({ who, reply: to, ...post })
    },

    async quote({ who, of, ...post }) {
      return this.post({ who, quote: of, ...post })
    },

    async like({ who, uri }) {
      return ref(await create(who, 'app.bsky.feed.like', { subject: ref(await record(uri)) }))
    },

    async repost({ who, uri }) {
      return ref(await create(who, 'app.bsky.feed.repost', { subject: ref(await record(uri)) }))
    },

    async follow({ who, whom }) {
      return ref(await create(who, 'app.bsky.graph.follow', { subject: find(whom).did }))
    },

    // Any record: a post, or the like, repost or follow whose uri the verb answered.
    async delete({ who, uri }) {
      const found = uri.startsWith('at://') ? uri : (await record(uri)).uri
      await as(who, 'com.atproto.repo.deleteRecord', { body: parts(found) })
      return { uri: found }
    },

    // Writes the post again under its key. Bluesky's own app has no such button; others do.
    async edit({ who, uri, text }) {
      const old = await record(uri)
      return ref(
        await as(who, 'com.atproto.repo.putRecord', {
          body: {
            ...parts(old.uri),
            record: { ...old.value, facets: undefined, ...(await withFacets(text)) },
          },
        }),
      )
    },

    async profile({ who, displayName, description }) {
      const person = find(who)
      return ref(
        await as(who, 'com.atproto.repo.putRecord', {
          body: {
            repo: person.did,
            collection: 'app.bsky.actor.profile',
            rkey: 'self',
            record: {
              $type: 'app.bsky.actor.profile',
              displayName,
              description,
              createdAt: new Date().toISOString(),
            },
          },
        }),
      )
    },

    list,

    // A thread as the AppView shows it to anybody: {uri, cid, author, text, replies: […]}.
    async thread({ uri }) {
      const start = uri.startsWith('at://') ? uri : (await record(uri)).uri
      const { thread } = await toAppView('app.bsky.feed.getPostThread', {
        uri: start,
        depth: 100,
        parentHeight: 0,
      })
      const plain = (node) => ({
        uri: node.post?.uri ?? node.uri,
        cid: node.post?.cid,
        author: node.post?.author.handle,
        text: node.post?.record.text,
        replies: (node.replies ?? []).map(plain),
      })
      return plain(thread)
    },

    async notifications({ who, limit = 50 }) {
      const { notifications } = await as(who, 'app.bsky.notification.listNotifications', {
        query: { limit },
      })
      return notifications.map((one) => ({
        reason: one.reason,
        author: one.author.handle,
        uri: one.uri,
        text: one.record?.text,
      }))
    },

    // Shuts an account down as a moderator does, and opens it again.
    async takedown({ who }) {
      await asAdmin('com.atproto.admin.updateSubjectStatus', {
        subject: { $type: 'com.atproto.admin.defs#repoRef', did: find(who).did },
        takedown: { applied: true, ref: 'tried' },
      })
      return {}
    },
    async restore({ who }) {
      await asAdmin('com.atproto.admin.updateSubjectStatus', {
        subject: { $type: 'com.atproto.admin.defs#repoRef', did: find(who).did },
        takedown: { applied: false },
      })
      return {}
    },

    async 'stop-pds'() {
      await services.stopPds()
      return {}
    },
    async 'start-pds'() {
      await services.startPds()
      return {}
    },
    // The same data, port and keys: what an upgrade of a PDS looks like from outside.
    async 'restart-pds'() {
      await services.stopPds()
      await services.startPds()
      return {}
    },

    // Waits until the AppView shows everything that was written.
    async settle() {
      await services.settle()
      return {}
    },
  }
}
