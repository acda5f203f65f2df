// Gathers what the programs of tools/eval found (build/eval/*.json) into build/eval.json, and puts two
// tables into docs/reading.md, each between its markers: every benchmark with its published figures, and
// our telling of languages beside others' on the same texts. The coach's rules, and the sets of tones beside them, go to docs/coach.md.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const folder = join(root, 'build/eval')
const page = join(root, 'docs/reading.md')
const FIGURES = ['<!-- figures: written by make eval -->', '<!-- end of figures -->']
const LANGUAGES = [
  '<!-- language figures: written by make eval -->',
  '<!-- end of language figures -->',
]

const figures = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))

const keyOf = (figure) => `${figure.benchmark} ${figure.metric}`
const shown = (value) => (value ? value.toFixed(1) : '–')
const thousands = (value) => (value ? `${Math.round(value / 1000)} k` : '–')

// eval_language names its peers' published figures one by one, ELD's among them the best.
function publishedOf({ baselines, best, published = {} }) {
  const named = (which) =>
    Object.entries(published)
      .filter(([who]) => which(who))
      .map(([who, value]) => `${who} ${value.toFixed(1)}`)
      .join(', ')
  const peers = [named((who) => who !== 'ELD'), baselines].filter((text) => text).join('; ')
  return [
    peers || '–',
    (Object.keys(published).length ? named((who) => who === 'ELD') : best) || '–',
  ]
}

const text = readFileSync(page, 'utf8')

function between([begin, end]) {
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`${page} has lost its markers`)
  return text.slice(from + begin.length, to)
}

function put(page, [begin, end], table) {
  const [before, rest] = page.split(begin)
  return `${before}${begin}\n${table}\n${end}${rest.split(end)[1]}`
}

// Rows that an earlier run wrote and this one did not make again stay.
const rows = new Map()
for (const line of between(FIGURES).split('\n')) {
  const cells = line.split(' | ')
  if (line.startsWith('| `')) rows.set(`${cells[0].slice(3, -1)} ${cells[1]}`, line)
}

const shipped = new Map(
  figures.filter((figure) => figure.column === 'shipped').map((figure) => [keyOf(figure), figure]),
)
for (const figure of figures.filter((one) => one.column === 'method')) {
  const goal = figure.to_beat
  const value = shown(figure.value)
  const reached = goal === null ? value : figure.value >= goal ? `**${value}**` : value
  const key = keyOf(figure)
  const shippedBefore = rows.get(key)?.split(' | ').at(-1).replace(/ \|$/, '') ?? '–'
  rows.set(
    key,
    `| \`${figure.benchmark}\` | ${figure.metric} | ${publishedOf(figure).join(' | ')} | ${
      goal === null ? '–' : goal
    } | ${reached} | ${shown(figure.own_only)} | ${shown(figure.dev)} | ${thousands(
      figure.multiply_adds,
    )} | ${shipped.has(key) ? shown(shipped.get(key).value) : shippedBefore} |`,
  )
}
// The shipped column of rows whose method was not run now.
for (const [key, figure] of shipped) {
  const line = rows.get(key)
  if (line) rows.set(key, line.replace(/[^|]+\|$/, ` ${shown(figure.value)} |`))
}

const table = [
  '| Benchmark | Metric | Published baselines | Best published | To beat | **Method** | own split only | on dev | adds a post | Shipped |',
  '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  ...[...rows.keys()].sort().map((key) => rows.get(key)),
].join('\n')

// What eval_language measured of each identifier on one set of texts.
const LANGUAGE_SETS = {
  liga: 'tweets, 6 languages (LIGA)',
  sentences27: 'sentences, 27 languages',
  word_pairs27: 'pairs of words, 27',
  sentences75: 'sentences, 75',
  word_pairs75: 'pairs of words, 75',
}
const measured = new Map(
  figures
    .filter((figure) => figure.column === 'shipped')
    .map((figure) => [keyOf(figure), figure.value]),
)
function languageRow([name, shownAs]) {
  const of = (metric) => measured.get(`language/${name} ${metric}`)
  const both = (who) =>
    ['accuracy', 'accuracy among its languages']
      .map((metric) => of(`${who}${metric}`)?.toFixed(2) ?? '–')
      .join(', ')
  const speed = (who) => thousands(of(`${who} speed`))
  const cells = [shownAs, both(''), both('CLD2 '), both('lid.176 ')]
  return `| ${[...cells, speed('rapport'), speed('CLD2'), speed('lid.176')].join(' | ')} |`
}

let written = put(text, FIGURES, table)
if (measured.has('language/liga accuracy')) {
  const languages = [
    '| Set | Ours: free, among | CLD2 | lid.176 | Ours, posts/s | CLD2 | lid.176 |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...Object.entries(LANGUAGE_SETS).map(languageRow),
  ].join('\n')
  written = put(written, LANGUAGES, languages)
  console.log(`${languages}\n`)
}
writeFileSync(page, written)

// What eval_coach found stands in its own page, as the program prints it.
const coached = join(folder, 'coach.txt')
if (existsSync(coached)) {
  const coachPage = join(root, 'docs/coach.md')
  const lines = readFileSync(coached, 'utf8').split('\n')
  const rules = lines.filter((line) => line.startsWith('|')).join('\n')
  writeFileSync(coachPage, put(readFileSync(coachPage, 'utf8'), FIGURES, rules))
}
// And what eval_tones found of others' sets, below it.
const TONES = ['<!-- tone figures: written by make eval -->', '<!-- end of tone figures -->']
const toned = join(folder, 'tones.json')
if (existsSync(toned)) {
  const coachPage = join(root, 'docs/coach.md')
  const rows = JSON.parse(readFileSync(toned, 'utf8')).map(
    (one) =>
      `| \`${one.benchmark}\` | ${one.metric} | ${one.baselines || '–'} | ${one.to_beat} | ${
        one.value >= one.to_beat ? `**${shown(one.value)}**` : shown(one.value)
      } | ${shown(one.dev)} |`,
  )
  const head = [
    '| Benchmark | Metric | Published | To beat | Ours | on dev |',
    '| --- | --- | --- | --- | --- | --- |',
  ]
  writeFileSync(
    coachPage,
    put(readFileSync(coachPage, 'utf8'), TONES, [...head, ...rows].join('\n')),
  )
}
writeFileSync(join(root, 'build/eval.json'), `${JSON.stringify(figures, null, 2)}\n`)
console.log(table)
console.log(`${figures.length} figures, also in build/eval.json`)
