// The two files made from the server: its description of the API, and the types made from that.

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTs, { astToString } from 'openapi-typescript'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

export const documentFile = here('../openapi.json')
export const typesFile = here('../src/api/schema.d.ts')
export const binary = process.env.RAPPORT_BINARY ?? here('../../build/rapport')

// What the built server says of itself, one thing a line so that changes can be read.
export function printDocument() {
  const printed = execFileSync(binary, ['openapi'], { encoding: 'utf8' })
  return `${JSON.stringify(JSON.parse(printed), null, 2)}\n`
}

export function hasBinary() {
  return existsSync(binary)
}

export async function printTypes(document) {
  const types = astToString(await openapiTs(JSON.parse(document), { alphabetize: false }))
  return `// Made from openapi.json by \`npm run api\`. Do not edit.\n\n${types}`
}
