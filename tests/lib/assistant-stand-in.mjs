// A stand-in for a server that speaks OpenAI's chat completions, as llama.cpp and Ollama do: it knows
// no language, it answers in the documented shape and remembers what it was asked.
import http from 'node:http'

export class AssistantStandIn {
  constructor({ key = '', says = 'Hello.' } = {}) {
    this.key = key
    this.says = says
    this.asked = []
    this.status = 200
  }

  async start() {
    this.server = http.createServer((request, response) => this.answer(request, response))
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', resolve))
    this.url = `http://127.0.0.1:${this.server.address().port}/v1`
  }

  async stop() {
    this.server.closeAllConnections()
    await new Promise((resolve) => this.server.close(resolve))
  }

  async answer(request, response) {
    let text = ''
    for await (const chunk of request) text += chunk
    const reply = (status, body) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions')
      return reply(404, { error: { message: 'Not found', type: 'invalid_request_error' } })
    if (this.key && request.headers.authorization !== `Bearer ${this.key}`)
      return reply(401, { error: { message: 'Incorrect API key', type: 'invalid_request_error' } })
    const body = JSON.parse(text)
    this.asked.push(body)
    if (this.status !== 200) return reply(this.status, { error: { message: 'Overloaded' } })
    reply(200, {
      id: `chatcmpl-${this.asked.length}`,
      object: 'chat.completion',
      created: Math.floor(Date.now() / 1000),
      model: body.model,
      choices: [
        {
          index: 0,
          message: { role: 'assistant', content: this.says },
          finish_reason: 'stop',
        },
      ],
      usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
    })
  }
}
