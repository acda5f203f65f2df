// A brand, five customers and a first day of talk among them.

const cast = [
  ['harbourbread', 'Harbour Bread', 'A bakery by the water. Up since four.'],
  ['ana', 'Ana Ruiz', 'Rows at dawn, eats after.'],
  ['benno', 'Benno Falk', 'Sourdough, slowly.'],
  ['chidi', 'Chidi Obi', 'Writes about ferries.'],
  ['dora', 'Dora Lindqvist', ''],
  ['elif', 'Elif Kaya', 'Pastry, then maths.'],
]

// Returns what stands in net.json: the accounts with their passwords (the brand's with an app
// password too) and the posts by name.
export async function seed(people, appview) {
  const started = performance.now()
  const accounts = {}
  for (const [name, displayName, description] of cast)
    accounts[name] = await people.account({ name, displayName, description })
  if (appview) await people.settle()

  const brand = 'harbourbread'
  for (const who of ['ana', 'benno', 'chidi', 'dora']) await people.follow({ who, whom: brand })
  await people.follow({ who: brand, whom: 'ana' })

  const posts = {}
  posts.launch = await people.post({
    who: brand,
    text: 'The rye is back on Saturdays, from seven. #rye https://harbourbread.test/rye',
  })
  posts.complaint = await people.post({
    who: 'ana',
    text: 'My order 4417 from @harbourbread.test never came on Sunday. Is anybody there?',
  })
  posts.praise = await people.post({
    who: 'benno',
    text: 'The rye of @harbourbread.test is the best thing that happened to my week 🥖',
  })
  posts.untagged = await people.post({
    who: 'chidi',
    text: 'Has anyone tried Harbour Bread since they moved?',
  })
  posts.answer = await people.reply({
    who: brand,
    to: posts.complaint.uri,
    text: 'That is not how a Sunday should start, Ana. Which street is it?',
  })
  posts.followUp = await people.reply({
    who: 'ana',
    to: posts.answer.uri,
    text: 'Quay Street 9, second floor.',
  })
  posts.pileOn = await people.reply({
    who: 'dora',
    to: posts.complaint.uri,
    text: 'Mine came an hour late as well.',
  })
  posts.question = await people.reply({
    who: 'chidi',
    to: posts.launch.uri,
    text: 'Is there any without caraway?',
  })
  posts.quote = await people.quote({
    who: 'elif',
    of: posts.launch.uri,
    text: 'Saturday is planned, then.',
  })
  for (const who of ['ana', 'benno', 'chidi']) await people.like({ who, uri: posts.launch.uri })
  await people.repost({ who: 'benno', uri: posts.launch.uri })
  await people.like({ who: brand, uri: posts.praise.uri })
  accounts[brand].appPassword = (await people['app-password']({ who: brand })).password
  if (appview) await people.settle()
  return { seedMs: Math.round(performance.now() - started), accounts, posts }
}
