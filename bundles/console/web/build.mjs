// Called by Maven. `install` fetches the packages of package-lock.json once per lock file; `build` skips when nothing it reads has changed.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const web = import.meta.dirname
const target = join(web, '../target/classes/console')
const tasks = { install: ['node_modules/.lock', ['package-lock.json'], ['ci', '--loglevel=error']],
  build: ['../target/console.inputs', ['package-lock.json', 'package.json', 'index.html', 'tsconfig.json', 'vite.config.ts', 'src', 'dev'], ['run', 'build']] }

const [marker, inputs, command] = tasks[process.argv[2]]
const now = createHash('sha256').update(inputs.map(digest).join('\n')).digest('hex')
const stamp = join(web, marker)
const current = existsSync(stamp) && readFileSync(stamp, 'utf8') === now && (process.argv[2] === 'install' || existsSync(join(target, 'index.html')))
if (!current) {
  const run = spawnSync('npm', command, { cwd: web, stdio: 'inherit', shell: process.platform === 'win32' })
  if (run.error) fail(`cannot run npm: Node.js 20.19 or newer has to be on the PATH (${run.error.message})`)
  if (run.status !== 0) process.exit(run.status ?? 1)
  writeFileSync(stamp, now)
}

function digest(path) {
  const full = join(web, path)
  return statSync(full).isDirectory()
    ? readdirSync(full).sort().map(name => digest(`${path}/${name}`)).join('\n')
    : `${path} ${createHash('sha256').update(readFileSync(full)).digest('hex')}`
}

function fail(why) {
  console.error(why)
  process.exit(1)
}
