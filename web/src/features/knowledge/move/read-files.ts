// What is read of the files somebody chooses: a folder's Markdown, or one export of another help centre.

import type { ImportBody } from '@/api/knowledge/articles'
import type { Imported, MarkdownFile } from '@/api/knowledge/types'

// Several requests rather than one that is too large; each well below what the server takes.
export const mostBytes = 400_000
export const mostFiles = 500

export type Unreadable = 'nothing' | 'mixed' | 'json'

const isMarkdown = (name: string) => /\.(md|markdown|mdown|txt)$/i.test(name)
const isJson = (name: string) => /\.json$/i.test(name)

export function bodiesOf(files: readonly MarkdownFile[]): ImportBody[] | Unreadable {
  const exports = files.filter(({ name }) => isJson(name))
  const markdown = files.filter(({ name }) => isMarkdown(name))
  if (exports.length === 0 && markdown.length === 0) return 'nothing'
  if (exports.length > 0 && markdown.length > 0) return 'mixed'
  if (markdown.length > 0) {
    return batches(markdown).map((batch) => ({ format: 'markdown', files: batch }))
  }
  try {
    return exports.map(({ text }) => ({ format: 'auto', export: JSON.parse(text) }))
  } catch {
    return 'json'
  }
}

export function batches(files: readonly MarkdownFile[], most = mostBytes): MarkdownFile[][] {
  const all: MarkdownFile[][] = []
  let room = 0
  for (const file of files) {
    const size = new TextEncoder().encode(file.text).length + file.name.length + 50
    const last = all.at(-1)
    if (last && size <= room && last.length < mostFiles) {
      last.push(file)
      room -= size
    } else {
      all.push([file])
      room = most - size
    }
  }
  return all
}

export function together(reports: readonly Imported[]): Imported {
  const sum = (of: 'made' | 'changed' | 'left') =>
    reports.reduce((total, report) => total + report[of], 0)
  return {
    items: reports.flatMap(({ items }) => items),
    made: sum('made'),
    changed: sum('changed'),
    left: sum('left'),
  }
}
