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

export default defineConfig(({ mode }) => ({
  plugins: [react(), gzipCopies(), ...(mode === 'mock' ? [mockServer()] : [])],
  resolve: { alias: { '@': resolve(import.meta.dirname, 'src') } },
  server: { host: '127.0.0.1', proxy: mode === 'mock' ? undefined : proxy },
  preview: { host: '127.0.0.1', proxy: mode === 'mock' ? undefined : proxy },
  build: { target: 'es2022', chunkSizeWarningLimit: 700, cssCodeSplit: true },
  test: {
    environment: 'node',
    setupFiles: ['./src/test-setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
  },
}))

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
