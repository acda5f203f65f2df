import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { constants, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { mockServer } from './dev/mock-server.ts'

const server = process.env.RAPPORT_SERVER ?? 'http://127.0.0.1:8080'

// The server trusts a write only when it comes from the host it was asked as, so the host stays.
const proxy = { '/api': { target: server, changeOrigin: false } }

const first = [
  /\/src\/(ui\/(avatar|direction|labels|network-glyph|say-count|tag-chip|use-media|when)|features\/inbox\/inbox-context)\.tsx?$/,
  /\/src\/api\/(session|conversations\/(cache|queries|view))\.ts$/,
  // What several chunks share and the first load has all of: alone, each costs more than it holds.
  /\/icons\/Icon(AlertTriangle|ArrowLeft|Clock|FilterOff|Pencil|PlugConnected|Send|Users)\.mjs$/,
  /\/hooks\/esm\/(utils\/)?use-(callback-ref|debounced-callback|id|merged-ref|uncontrolled|window-event)\//,
  /\/react-query\/build\/modern\/use(Infinite)?Query\.js$/,
]

const isFirst = (module: string) => first.some((pattern) => pattern.test(module))

export default defineConfig(({ mode }) => ({
  plugins: [react(), firstLoad(), gzipCopies(), ...(mode === 'mock' ? [mockServer()] : [])],
  resolve: { alias: { '@': resolve(import.meta.dirname, 'src') } },
  server: {
    host: '127.0.0.1',
    proxy: mode === 'mock' ? undefined : proxy,
    // A test looks at what the server says.
    ...(mode === 'test' && { fs: { allow: ['..'] } }),
  },
  preview: { host: '127.0.0.1', proxy: mode === 'mock' ? undefined : proxy },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    cssCodeSplit: true,
    // What every screen behind the door begins with, and all that rests on, in one file: dozens of
    // small ones compress worse.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', test: isFirst }] } } },
  },
  test: {
    environment: 'node',
    setupFiles: ['./src/test-setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
    testTimeout: 20_000,
  },
}))

// What a browser must fetch before the inbox can be used, compressed. A chunk that comes later is free.
const firstLoadMost = 250_000

function firstLoad(): Plugin {
  return {
    name: 'first-load',
    apply: 'build',
    generateBundle(_options, bundle) {
      const needed = new Set<string>()
      const need = (file: string) => {
        const chunk = bundle[file]
        if (needed.has(file) || chunk?.type !== 'chunk') return
        needed.add(file)
        for (const other of chunk.imports) need(other)
      }
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        const inbox = chunk.facadeModuleId?.endsWith('/features/inbox/index.ts') ?? false
        if (chunk.isEntry || inbox) need(chunk.fileName)
      }
      let bytes = 0
      for (const file of needed) {
        const chunk = bundle[file]
        if (chunk?.type === 'chunk') {
          bytes += gzipSync(chunk.code, { level: constants.Z_BEST_COMPRESSION }).length
        }
      }
      this.info(`first load of the inbox: ${bytes} bytes of JavaScript in ${needed.size} files`)
      if (bytes > firstLoadMost) {
        this.error(
          `The first load is ${bytes} bytes; ${firstLoadMost} is the most. Load more later.`,
        )
      }
    },
  }
}

// The server sends these as they are, so it compresses nothing while people wait.
function gzipCopies(): Plugin {
  let out = ''
  return {
    name: 'gzip-copies',
    apply: 'build',
    configResolved(config) {
      out = resolve(config.root, config.build.outDir)
    },
    closeBundle() {
      for (const entry of readdirSync(out, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg|json|txt|webmanifest)$/.test(entry.name))
          continue
        const path = join(entry.parentPath, entry.name)
        writeFileSync(
          `${path}.gz`,
          gzipSync(readFileSync(path), { level: constants.Z_BEST_COMPRESSION }),
        )
      }
    },
  }
}
