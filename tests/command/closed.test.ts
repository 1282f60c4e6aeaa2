import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, realpathSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ATTACKS } from '../fuzz/attacks.ts'
import { folderOf, ROOT } from './run.ts'

const STRACE = ['/usr/bin/strace', '/bin/strace'].find((path) => existsSync(path))

/** Where the program, its packages and what it runs on are, and where tsx keeps what it has made of the sources. */
const OWN = [
  ...[ROOT, realpathSync(`${ROOT}node_modules`), `${tmpdir()}/tsx-`, process.execPath],
  ...['/usr/', '/lib', '/proc/', '/sys/', '/dev/', '/etc/'],
]

/** The addresses a command connects to, and the files it opens. */
async function traced(folder: string, ...args: string[]): Promise<{ connected: string[]; opened: string[] }> {
  const log = join(folder, 'trace')
  const command = ['-f', '-qq', '-o', log, '-e', 'trace=network,openat,open', process.execPath, `${ROOT}bin/visavis`]
  const env = { ...process.env, DATABASE_URL: `file:${join(folder, 'desk.db')}` }
  const child = spawn(STRACE!, [...command, ...args], { cwd: folder, env, stdio: 'ignore' })
  await once(child, 'close')
  const calls = (await readFile(log, 'utf8')).split('\n')
  return {
    connected: calls.filter((call) => /\b(?:connect|sendto|sendmsg)\(.*AF_INET/u.test(call)),
    opened: calls.flatMap((call) => /\bopen(?:at)?\((?:[^,"]+, )?"([^"]*)".* = \d/u.exec(call)?.[1] ?? []),
  }
}

/** What a file is called, which of those made to do harm it is, and what is done with it. */
const HOSTILE: readonly {
  file: string
  attack: readonly [kind: string, ending: string, name: string]
  args: string[]
}[] = [
  { file: 'entity.docx', attack: ['documents', 'docx', 'an external entity, in the main part'], args: ['segment'] },
  { file: 'include.docx', attack: ['documents', 'docx', 'a field that includes a file'], args: ['segment'] },
  {
    file: 'out.docx',
    attack: ['documents', 'docx', 'a relationship that leads out of the package'],
    args: ['segment'],
  },
  {
    file: 'image.docx',
    attack: ['documents', 'docx', 'it would fetch a image: http://127.0.0.1:9/a.png'],
    args: ['segment'],
  },
  { file: 'name.docx', attack: ['documents', 'docx', 'a name that leads out'], args: ['segment'] },
  { file: 'page.html', attack: ['documents', 'html', 'an instruction that names a file'], args: ['segment'] },
  { file: 'entity.xlf', attack: ['documents', 'xlf', 'an external entity'], args: ['validate'] },
  { file: 'include.xlf', attack: ['documents', 'xlf', 'an inclusion'], args: ['import', '--project', 'Konya'] },
  { file: 'type.tmx', attack: ['units', 'tmx', 'an external document type'], args: ['convert'] },
  {
    file: 'parameter.tmx',
    attack: ['units', 'tmx', 'a parameter entity'],
    args: ['import', '--memory', '--project', 'Konya'],
  },
]

const bytesOf = ([kind, ending, wanted]: readonly [string, string, string]): Buffer =>
  Buffer.concat([...ATTACKS[kind]![ending]!.find(({ name }) => name === wanted)!.file()])

describe.skipIf(STRACE === undefined)('nothing a file says opens another or a connection (strace)', () => {
  test.each(HOSTILE)('$file', { timeout: 240_000 }, async ({ file, attack, args: [command = '', ...options] }) => {
    const folder = await folderOf({ [file]: bytesOf(attack) })
    const output = command === 'convert' ? ['out.csv'] : []
    const { connected, opened } = await traced(folder, command, file, ...output, ...options)

    expect(connected).toEqual([])
    expect([...opened].filter((path) => path.endsWith(file))).toEqual([file])
    expect(opened).not.toContain('/etc/passwd')
    const others = [...opened].filter((path) => path !== file && !OWN.some((own) => path.startsWith(own)))
    expect(others.filter((path) => !path.startsWith(folder) && !path.startsWith('out.csv'))).toEqual([])
  })
})
