// Gathers what the programs of tools/eval found (build/eval/*.json) into build/eval.json, and puts the
// table into docs/reading.md between its two markers.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const folder = join(root, 'build/eval')
const page = join(root, 'docs/reading.md')
const BEGIN = '<!-- figures: written by make eval -->'
const END = '<!-- end of figures -->'

const figures = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))

const keyOf = (figure) => `${figure.benchmark} ${figure.metric}`
const shown = (value) => (value ? value.toFixed(1) : '–')
const thousands = (value) => (value ? `${Math.round(value / 1000)} k` : '–')

// Rows that an earlier run wrote and this one did not make again stay.
const text = readFileSync(page, 'utf8')
const [before, rest] = text.split(BEGIN)
if (rest === undefined || !rest.includes(END)) throw new Error(`${page} has lost its markers`)
const [old, after] = rest.split(END)
const rows = new Map()
for (const line of old.split('\n')) {
  const cells = line.split(' | ')
  if (line.startsWith('| `')) rows.set(`${cells[0].slice(3, -1)} ${cells[1]}`, line)
}

const shipped = new Map(
  figures.filter((figure) => figure.column === 'shipped').map((figure) => [keyOf(figure), figure]),
)
for (const figure of figures.filter((one) => one.column !== 'shipped')) {
  const goal = figure.to_beat
  const value = shown(figure.value)
  const reached = goal === null ? value : figure.value >= goal ? `**${value}**` : value
  const key = keyOf(figure)
  const shippedBefore = rows.get(key)?.split(' | ').at(-1).replace(/ \|$/, '') ?? '–'
  rows.set(
    key,
    `| \`${figure.benchmark}\` | ${figure.metric} | ${figure.baselines} | ${figure.best} | ${
      goal === null ? '–' : goal
    } | ${reached} | ${shown(figure.own_only)} | ${shown(figure.dev)} | ${thousands(
      figure.multiply_adds,
    )} | ${
      shipped.has(key) ? shown(shipped.get(key).value) : shippedBefore
    } |`,
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
writeFileSync(page, `${before}${BEGIN}\n${table}\n${END}${after}`)
writeFileSync(join(root, 'build/eval.json'), `${JSON.stringify(figures, null, 2)}\n`)
console.log(table)
console.log(`${figures.length} figures, also in build/eval.json`)
