// Where the network is installed and where a running one leaves its facts.
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')

export const home = process.env.BLUESKY_NETWORK_HOME ?? path.join(root, 'build/bluesky-network')

// The folder of one running network. Several may run at once, each with a folder of its own.
export const defaultRun = process.env.BLUESKY_NETWORK_RUN ?? path.join(home, 'run')

// The packages are installed away from these sources, so they are imported by path.
export const installed = (file) => import(pathToFileURL(path.join(home, 'node_modules', file)).href)
