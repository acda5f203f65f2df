// Speaks to a running network's door: `await network.post({ who: 'ana', text: 'Hello' })`.

// An object on which every verb of people.mjs is a method; it throws what the network refused.
export function client(controlUrl) {
  return new Proxy(
    {},
    {
      get: (_, verb) =>
        verb === 'then'
          ? undefined
          : async (args = {}) => {
              const name = verb.replace(/[A-Z]/g, (letter) => '-' + letter.toLowerCase())
              const answer = await fetch(`${controlUrl}/${name}`, {
                method: 'POST',
                body: JSON.stringify(args),
              })
              const body = await answer.json()
              if (!answer.ok)
                throw Object.assign(new Error(body.error), { code: body.code, status: body.status })
              return body
            },
    },
  )
}
