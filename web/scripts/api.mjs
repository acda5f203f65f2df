// Brings openapi.json and schema.d.ts in line with the built server: run after its API has changed.

import { writeFileSync } from 'node:fs'
import { documentFile, printDocument, printTypes, typesFile } from './api-files.mjs'

const document = printDocument()
writeFileSync(documentFile, document)
writeFileSync(typesFile, await printTypes(document))
