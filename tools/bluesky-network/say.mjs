// Speaks on the local network as anybody, from the command line.
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { client } from './lib/client.mjs'
import { defaultRun } from './lib/places.mjs'

const help = `say [--run DIR] VERB …

  account NAME [DISPLAY NAME]   a new person, NAME.test
  people                        who is here, with passwords
  app-password WHO              a password for Rapport
  revoke-app-password WHO       takes it back, with its sessions
  profile WHO NAME [ABOUT]      another display name and description

  post WHO TEXT                 a post; @names, links and #tags are marked
  reply WHO TO TEXT             an answer
  quote WHO OF TEXT             a quote
  like WHO URI                  repost WHO URI       follow WHO WHOM
  edit WHO URI TEXT             the post's text changed under its key
  delete WHO URI                any record that a verb answered

  thread URI                    the thread as the AppView shows it
  notifications WHO             what the network tells them
  list WHO [COLLECTION]         their repository, newest first
  settle                        waits until the AppView shows all of it

  takedown WHO                  restore WHO
  restart-pds                   stop-pds             start-pds

WHO is the name before .test. Where a URI or a post to answer is asked for, a name means that
person's newest post. --run is the folder given to start, if one was.`

const shapes = {
  account: ['name', 'displayName'],
  people: [],
  'app-password': ['who', 'name'],
  'revoke-app-password': ['who', 'name'],
  profile: ['who', 'displayName', 'description'],
  post: ['who', 'text'],
  reply: ['who', 'to', 'text'],
  quote: ['who', 'of', 'text'],
  like: ['who', 'uri'],
  repost: ['who', 'uri'],
  follow: ['who', 'whom'],
  edit: ['who', 'uri', 'text'],
  delete: ['who', 'uri'],
  thread: ['uri'],
  notifications: ['who'],
  list: ['who', 'collection'],
  settle: [],
  takedown: ['who'],
  restore: ['who'],
  'restart-pds': [],
  'stop-pds': [],
  'start-pds': [],
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { run: { type: 'string', default: defaultRun } },
})
const [verb, ...words] = positionals
if (!shapes[verb]) {
  console.log(help)
  process.exit(verb && verb !== 'help' ? 2 : 0)
}

const facts = path.join(values.run, 'net.json')
if (!fs.existsSync(facts)) {
  console.error(`no network runs (there is no ${facts}): tools/bluesky-network/start`)
  process.exit(1)
}
const network = client(JSON.parse(fs.readFileSync(facts, 'utf8')).control)

// Words beyond the last one belong to it: quotes around a text may be forgotten.
const names = shapes[verb]
const args = {}
names.forEach((name, i) => {
  const last = i === names.length - 1
  const word = last ? words.slice(i).join(' ') : words[i]
  if (word) args[name] = word
})

const draw = (post, depth = 0) => {
  console.log(`${'  '.repeat(depth)}${post.author ?? '(gone)'}: ${post.text ?? ''}`)
  for (const reply of post.replies) draw(reply, depth + 1)
}
try {
  const answer = await network[verb](args)
  if (verb === 'thread') draw(answer)
  else console.log(JSON.stringify(answer, null, 2))
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
