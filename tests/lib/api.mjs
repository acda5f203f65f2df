// Speaks to Rapport's HTTP API as a member's browser does: cookie and CSRF header.

// What the server refused, with its problem document.
export class Problem extends Error {
  constructor(method, path, status, body) {
    super(`${method} ${path}: ${status} ${body?.kind ?? ''} ${body?.detail ?? ''}`.trim())
    this.status = status
    this.body = body
    this.kind = body?.kind
  }
}

export class Api {
  constructor(url) {
    this.url = url
  }

  async call(method, path, body) {
    const answer = await fetch(`${this.url}/api${path}`, {
      method,
      headers: {
        ...(this.cookie && { cookie: this.cookie }),
        ...(this.csrf && { 'x-csrf-token': this.csrf }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const cookie = answer.headers.get('set-cookie')
    if (cookie) this.cookie = cookie.split(';')[0]
    const text = await answer.text()
    const json =
      text && answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : {}
    if (!answer.ok) throw new Problem(method, path, answer.status, json)
    return json
  }

  get = (path) => this.call('GET', path)
  post = (path, body = {}) => this.call('POST', path, body)
  put = (path, body) => this.call('PUT', path, body)
  delete = (path) => this.call('DELETE', path)

  async setUp(code, owner) {
    const session = await this.post('/setup', { code, ...owner })
    this.csrf = session.csrf
    return session
  }

  async signIn({ email, password }) {
    this.csrf = undefined
    const session = await this.post('/session', { email, password })
    this.csrf = session.csrf
    return session
  }

  async conversations(filter = {}) {
    const query = new URLSearchParams({ state: 'all', limit: '100', ...filter })
    return (await this.get(`/conversations?${query}`)).items
  }

  // The row of the conversation whose shown words contain `text`.
  async conversationSaying(text, filter) {
    return (await this.conversations(filter)).find((row) => row.excerpt.includes(text))
  }

  thread = async (id) => (await this.get(`/conversations/${id}/thread`)).items

  // Answers the post that waits longest, or `post`.
  async reply(conversationId, text, { post, confirm = true, seen = null } = {}) {
    const postId = post ?? (await this.get(`/conversations/${conversationId}`)).answer_to
    return this.post(`/conversations/${conversationId}/replies`, {
      post_id: postId,
      text,
      client_key: crypto.randomUUID(),
      seen_post_id: seen,
      confirm,
    })
  }
}
