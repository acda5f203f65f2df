// The door by which tests and `say` use the people's verbs: POST /<verb> with a JSON object answers JSON.
import http from 'node:http'

export async function startControl(port, verbs) {
  const server = http.createServer(async (request, response) => {
    const answer = (status, body) => {
      response.writeHead(status, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    }
    try {
      const name = request.url.slice(1)
      if (!Object.hasOwn(verbs, name))
        return answer(404, { error: `no such verb: ${name}`, verbs: Object.keys(verbs) })
      let text = ''
      for await (const chunk of request) text += chunk
      answer(200, await verbs[name](text ? JSON.parse(text) : {}))
    } catch (error) {
      answer(400, { error: error.message, code: error.error, status: error.status })
    }
  })
  await new Promise((resolve, reject) =>
    server.on('error', reject).listen(port, '127.0.0.1', resolve),
  )
  return {
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
