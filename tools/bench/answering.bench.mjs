// What a writer waits for while answering, from the released program over HTTP on a generated desk
// with 1,000 articles: the articles for a post that nobody has opened yet, and then the reviews of a
// draft of 300 characters while its last words are typed. Beside them the shortest answer that the
// same server gives over the same connection, which is what the way there and back costs.

import { generated, serve, token } from './lib/desk.mjs'
import { Client, quantile } from './lib/latency.mjs'

const kArticles = 1000
const kAsked = 400
const kTyped = 4
const kPosts = 200_000

const draft =
  "Hi, three weeks is far too long, and being cut off twice on top of it: I'm sorry. The parcel is " +
  "stuck at the depot in Lyon and moves on tonight. If it isn't with you by then you may send it " +
  'back unopened. The opening hours are mended. Which of our shops do you go to, so that I can ask ' +
  'them there?'

// Of words that a help centre has, so that posts share some with many.
function articles() {
  const things = ['kettle', 'lamp', 'backpack', 'order', 'parcel', 'refund', 'repair', 'card']
  const verbs = ['return', 'mend', 'track', 'change', 'cancel', 'pay for', 'clean', 'replace']
  const files = []
  for (let i = 0; i < kArticles; ++i) {
    const thing = things[i % things.length]
    const verb = verbs[Math.floor(i / things.length) % verbs.length]
    files.push({
      name: `article-${i}.md`,
      text:
        `---\ntitle: "How to ${verb} a ${thing}, part ${i}"\nlink: https://help.example/${i}\n---\n` +
        `You can ${verb} the ${thing} within ${10 + (i % 40)} days. Write down its number ${i} first.\n\n` +
        `## If the ${thing} is late or broken\n\nTell us what happened and we look into it. ` +
        'It takes two days at most, and costs nothing.\n',
    })
  }
  return files
}

const sorted = (times) => times.sort((a, b) => a - b)

export default async function measure({ root, binary }) {
  const folder = generated(root, binary, '-answered', { posts: kPosts, conversations: kPosts / 5 })
  const server = await serve(binary, folder)
  const client = new Client(server.url, token(binary, folder, 1))
  try {
    const files = articles()
    for (let from = 0; from < files.length; from += 200) {
      await client.send('POST', '/api/articles/import', {
        format: 'markdown',
        files: files.slice(from, from + 200),
      })
    }
    const asked = []
    for (let cursor = ''; asked.length < kAsked; ) {
      const page = await client.json(`/api/conversations?state=open&limit=100&cursor=${cursor}`)
      asked.push(...page.items)
      cursor = page.next_cursor
    }
    const took = { floor: [], review: [], suggest: [] }
    for (const [at, conversation] of asked.entries()) {
      const path = `/api/conversations/${conversation.id}`
      const post_id = conversation.excerpt_post_id
      const floor = await client.get('/api/health')
      const suggest = await client.get(`${path}/suggestions`)
      const reviews = []
      for (let left = kTyped - 1; left >= 0; --left) {
        const text = draft.slice(0, draft.length - left)
        reviews.push(await client.send('POST', `${path}/review`, { post_id, text }))
      }
      // Those that read what is kept from then on do not count.
      if (at < 20) continue
      took.floor.push(floor.took)
      took.review.push(...reviews.map((each) => each.took))
      took.suggest.push(suggest.took)
    }
    const floor = quantile(sorted(took.floor), 0.5)
    const figures = (name, times) =>
      [0.5, 0.99].map((part) => ({
        name: `${name}, p${part * 100}`,
        value: quantile(sorted(times), part),
        unit: 'ms',
        peer: 'the shortest answer, p50',
        peer_value: floor,
      }))
    return [
      ...figures('review of a draft over HTTP', took.review),
      ...figures(`articles for a post of ${kArticles} over HTTP`, took.suggest),
    ]
  } finally {
    client.close()
    await server.stop()
  }
}
