// Fails when the types are not those of openapi.json, or that is not what the built server says.

import { readFileSync } from 'node:fs'
import { documentFile, hasBinary, printDocument, printTypes, typesFile } from './api-files.mjs'

const document = readFileSync(documentFile, 'utf8')
const stale = []
if (readFileSync(typesFile, 'utf8') !== (await printTypes(document)))
  stale.push('src/api/schema.d.ts')
if (!hasBinary())
  console.log('API: no built server beside us, so openapi.json is taken at its word.')
else if (printDocument() !== document) stale.push('openapi.json')
if (stale.length > 0) {
  console.error(`${stale.join(' and ')} is stale. Run: npm run api`)
  process.exit(1)
}
