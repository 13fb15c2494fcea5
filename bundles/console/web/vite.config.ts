import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import vue from '@vitejs/plugin-vue'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { mockApi } from './dev/mock.ts'

const out = resolve(import.meta.dirname, '../target/classes/console')

/** The same policy as ConsoleServlet sends, so that `npm run preview` shows every violation. */
const csp = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; " +
  "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

/** Packs each asset once at build time; the servlet only picks the copy that the browser takes. */
const gzip: Plugin = {
  name: 'gzip',
  apply: 'build',
  closeBundle() {
    const assets = join(out, 'assets')
    for (const name of readdirSync(assets).filter(n => /\.(js|css|svg)$/.test(n))) {
      writeFileSync(join(assets, `${name}.gz`), gzipSync(readFileSync(join(assets, name)), { level: 9 }))
    }
  },
}

const api = process.env.XIEZHI_API

export default defineConfig({
  plugins: [vue(), gzip, ...(api ? [] : [mockApi()])],
  build: { outDir: out, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: ['chrome87', 'edge88', 'firefox78', 'safari14'], chunkSizeWarningLimit: 1200 },
  server: { proxy: api ? { '/api': api, '/health': api } : undefined },
  preview: { headers: { 'Content-Security-Policy': csp }, proxy: api ? { '/api': api, '/health': api } : undefined },
  test: { include: ['src/**/*.test.ts'] },
})
