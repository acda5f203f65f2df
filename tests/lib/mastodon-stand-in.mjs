// A stand-in for a server that speaks the Mastodon API: the few methods that Rapport uses, answering in
// the documented shape out of memory. It is no Mastodon, knows no federation and proves nothing about a
// real server; it shows that Rapport's own parts work together.

import { createHash, randomUUID } from 'node:crypto'
import http from 'node:http'

const page = `<!doctype html><title>Stand-in</title><h1>Let Rapport in?</h1>`

export class MastodonStandIn {
  constructor() {
    this.apps = new Map() // client id → app
    this.codes = new Map() // code → what was asked for
    this.tokens = new Set()
    this.accounts = new Map()
    this.statuses = []
    this.notifications = []
    this.keys = new Map() // Idempotency-Key → status
    this.requests = []
    this.writes = 0 // statuses made by us
    this.next = 1000
    this.us = this.account('9', 'northwind', 'Northwind Bakery')
    this.ana = this.account('41', 'ana@elsewhere.example', 'Ana')
  }

  account(id, acct, display_name) {
    const username = acct.split('@')[0]
    const account = {
      id,
      username,
      acct,
      display_name,
      note: '<p>Bread.</p>',
      created_at: '2022-11-05T00:00:00.000Z',
      url: `https://social.example/@${acct}`,
      avatar: null,
      followers_count: 3,
      following_count: 2,
      statuses_count: 1,
      emojis: [],
      fields: [],
    }
    this.accounts.set(id, account)
    return account
  }

  status(account, content, more = {}) {
    const id = String(this.next++)
    const status = {
      id,
      created_at: new Date().toISOString(),
      in_reply_to_id: null,
      in_reply_to_account_id: null,
      sensitive: false,
      spoiler_text: '',
      visibility: 'public',
      language: 'en',
      uri: `https://social.example/objects/${id}`,
      url: `https://social.example/@${account.acct}/${id}`,
      replies_count: 0,
      reblogs_count: 0,
      favourites_count: 0,
      favourited: false,
      reblogged: false,
      edited_at: null,
      content,
      reblog: null,
      account,
      media_attachments: [],
      mentions: [],
      tags: [],
      emojis: [],
      card: null,
      poll: null,
      ...more,
    }
    this.statuses.push(status)
    return status
  }

  // Somebody says something to us.
  mention(words, more = {}) {
    const us = { id: '9', username: 'northwind', acct: 'northwind', url: this.us.url }
    const status = this.status(
      this.ana,
      `<p><span class="h-card"><a href="${us.url}" class="u-url mention">@<span>northwind</span></a></span> ${words}</p>`,
      { mentions: [us], ...more },
    )
    this.notifications.push({
      id: `n:${status.id}/1`,
      type: 'mention',
      created_at: status.created_at,
      account: this.ana,
      status,
    })
    return status
  }

  async start() {
    this.server = http.createServer((request, response) => {
      const chunks = []
      request.on('data', (chunk) => chunks.push(chunk))
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString()
        const url = new URL(request.url, this.origin)
        this.requests.push({
          method: request.method,
          path: url.pathname,
          headers: request.headers,
          body,
        })
        const answer = this.answer(request, url, new URLSearchParams(body))
        response.writeHead(answer.status ?? 200, {
          'content-type': answer.html ? 'text/html' : 'application/json',
          ...answer.headers,
        })
        response.end(answer.html ?? JSON.stringify(answer.json ?? {}))
      })
    })
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    this.origin = `http://127.0.0.1:${this.server.address().port}`
    return this
  }

  stop() {
    this.server.closeAllConnections()
    return new Promise((resolve) => this.server.close(resolve))
  }

  // Takes every token back, as an administrator or the owner may.
  revoke() {
    this.tokens.clear()
  }

  answer(request, url, form) {
    const path = `${request.method} ${url.pathname}`
    const query = url.searchParams
    switch (path) {
      case 'GET /api/v2/instance':
        return {
          json: {
            domain: 'social.example',
            title: 'Stand-in',
            version: '4.5.0',
            configuration: {
              statuses: {
                max_characters: 500,
                max_media_attachments: 4,
                characters_reserved_per_url: 23,
              },
              media_attachments: { image_size_limit: 16777216 },
              urls: {},
            },
            api_versions: { mastodon: 7 },
          },
        }
      case 'GET /.well-known/oauth-authorization-server':
        return {
          json: {
            issuer: this.origin,
            authorization_endpoint: `${this.origin}/oauth/authorize`,
            token_endpoint: `${this.origin}/oauth/token`,
            scopes_supported: ['read', 'write'],
            code_challenge_methods_supported: ['S256'],
          },
        }
      case 'POST /api/v1/apps': {
        const client_id = randomUUID()
        this.apps.set(client_id, { redirect: form.get('redirect_uris'), secret: randomUUID() })
        return { json: { client_id, client_secret: this.apps.get(client_id).secret } }
      }
      case 'GET /oauth/authorize': {
        const app = this.apps.get(query.get('client_id'))
        if (!app || app.redirect !== query.get('redirect_uri')) return { status: 400 }
        const code = randomUUID()
        this.codes.set(code, {
          challenge: query.get('code_challenge'),
          client: query.get('client_id'),
        })
        if (app.redirect.startsWith('urn:')) return { html: `${page}<code>${code}</code>` }
        const back = new URL(app.redirect)
        back.searchParams.set('code', code)
        back.searchParams.set('state', query.get('state'))
        return {
          html: `${page}<a id="allow" href="${back.href.replaceAll('&', '&amp;')}">Allow</a>`,
        }
      }
      case 'POST /oauth/token': {
        const asked = this.codes.get(form.get('code'))
        this.codes.delete(form.get('code'))
        const app = asked && this.apps.get(asked.client)
        const proof = createHash('sha256')
          .update(form.get('code_verifier') ?? '')
          .digest('base64url')
        if (!app || app.secret !== form.get('client_secret') || proof !== asked.challenge)
          return { status: 400, json: { error: 'invalid_grant' } }
        const token = randomUUID()
        this.tokens.add(token)
        return { json: { access_token: token, token_type: 'Bearer', scope: 'read write' } }
      }
    }
    const token = request.headers.authorization?.replace('Bearer ', '')
    if (!this.tokens.has(token))
      return { status: 401, json: { error: 'The access token is invalid' } }
    return this.signedIn(request, url, form)
  }

  signedIn(request, url, form) {
    const [, , , kind, id, more] = url.pathname.split('/')
    const find = (wanted) => this.statuses.find((status) => status.id === wanted)
    const none = { status: 404, json: { error: 'Record not found' } }
    if (kind === 'notifications') {
      return { json: url.searchParams.has('max_id') ? [] : [...this.notifications].reverse() }
    }
    if (kind === 'accounts') {
      if (id === 'verify_credentials') return { json: this.us }
      if (id === 'relationships')
        return { json: [{ id: '41', following: false, followed_by: true }] }
      if (more === 'statuses') {
        const own = this.statuses.filter((status) => status.account.id === id).reverse()
        return { json: url.searchParams.has('max_id') ? [] : own }
      }
      return this.accounts.has(id) ? { json: this.accounts.get(id) } : none
    }
    if (kind === 'search') {
      const words = url.searchParams.get('q').toLowerCase().split(/\s+/)
      const said = ({ content }) => content.replaceAll(/<[^>]*>/g, '').toLowerCase()
      const found = this.statuses.filter((status) =>
        words.every((word) => said(status).includes(word)),
      )
      const isFirst = Number(url.searchParams.get('offset') ?? 0) === 0
      return { json: { accounts: [], hashtags: [], statuses: isFirst ? found.reverse() : [] } }
    }
    if (kind === 'statuses' && request.method === 'POST' && !id) return this.post(request, form)
    if (kind === 'statuses' && find(id)) {
      const status = find(id)
      if (more === 'context') {
        return { json: { ancestors: this.above(status), descendants: this.below(status) } }
      }
      if (more === 'favourite') status.favourited = true
      if (request.method === 'DELETE') this.statuses.splice(this.statuses.indexOf(status), 1)
      return { json: status }
    }
    return none
  }

  // The same key gives the same status, as Mastodon does for an hour.
  post(request, form) {
    const key = request.headers['idempotency-key']
    if (this.keys.has(key)) return { json: this.keys.get(key) }
    const above = this.statuses.find((status) => status.id === form.get('in_reply_to_id'))
    const linked = form
      .get('status')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replace(
        '@ana@elsewhere.example',
        `<a href="${this.ana.url}" class="u-url mention">@<span>ana</span></a>`,
      )
    const status = this.status(this.us, `<p>${linked}</p>`, {
      in_reply_to_id: above?.id ?? null,
      in_reply_to_account_id: above?.account.id ?? null,
      spoiler_text: form.get('spoiler_text') ?? '',
      visibility: form.get('visibility') ?? 'public',
      mentions: [{ id: '41', username: 'ana', acct: 'ana@elsewhere.example', url: this.ana.url }],
    })
    this.writes++
    this.keys.set(key, status)
    return { json: status }
  }

  above(status) {
    const parent = this.statuses.find((each) => each.id === status.in_reply_to_id)
    return parent ? [...this.above(parent), parent] : []
  }

  below(status) {
    const direct = this.statuses.filter((each) => each.in_reply_to_id === status.id)
    return direct.flatMap((each) => [each, ...this.below(each)])
  }
}
