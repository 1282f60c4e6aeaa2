import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished, vi } from 'vitest'

// Every run starts a process, on a machine that may do much else.
vi.setConfig({ testTimeout: 60_000 })

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const COMMAND = `${ROOT}bin/visavis`

export interface Outcome {
  code: number | null
  stdout: string
  stderr: string
}

/** Start the command in a folder, over the database `desk.db` in it. */
export const start = (folder: string, ...args: string[]) => startIn(folder, folder, ...args)

/** The same from another working directory. */
export function startIn(cwd: string, folder: string, ...args: string[]) {
  const { PUBLIC_URL: _, ...inherited } = process.env
  const env = { ...inherited, DATABASE_URL: `file:${join(folder, 'desk.db')}`, NO_COLOR: '1' }
  const child = spawn(process.execPath, [COMMAND, ...args], { cwd, env })
  onTestFinished(() => void child.kill('SIGKILL'))
  const outcome = new Promise<Outcome>((resolve) => {
    const said = { stdout: '', stderr: '' }
    child.stdout.setEncoding('utf8').on('data', (text) => {
      said.stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said.stderr += text
    })
    child.on('close', (code) => resolve({ code, ...said }))
  })
  return { child, outcome }
}

export const run = (folder: string, ...args: string[]): Promise<Outcome> => start(folder, ...args).outcome

/** A folder with these files in it, removed when the test ends. */
export async function folderOf(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'visavis-command-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}

export const lines = ({ stdout }: Outcome) => stdout.split('\n').slice(0, -1)

export const objects = (outcome: Outcome) => lines(outcome).map((line) => JSON.parse(line) as Record<string, unknown>)

export const GLOSSARY = `concept,lang,term,status,part_of_speech,match,note
minsk-group,fr,Groupe de Minsk,preferred,noun,inflected,
minsk-group,en,Minsk Group,preferred,noun,inflected,
minsk-group,en,OSCE Minsk Group,admitted,noun,inflected,
special-forces,fr,forces spéciales,preferred,noun,inflected,
special-forces,en,special forces,preferred,noun,inflected,
special-forces,en,commandos,forbidden,noun,inflected,
ceasefire,fr,cessez-le-feu,preferred,noun,inflected,
ceasefire,en,ceasefire,preferred,noun,inflected,
ceasefire,en,armistice,superseded,noun,inflected,
`
