import { createReadStream } from 'node:fs'
import { open } from '../../db/open.ts'
import { addProject } from '../../src/desk/addProject.ts'
import { importMemory } from '../../src/desk/importMemory.ts'
import { openDesk } from '../../src/desk/openDesk.ts'
import { tmx } from '../../src/formats/tmx.ts'
import { FR_EN } from '../formats/streams.ts'

/** A program that brings a TMX into a database and says how far it is, to be killed meanwhile. */

const [database = '', file = ''] = process.argv.slice(2)
const { db } = await open(`file:${database}`)
const desk = await openDesk(db)
const project = await addProject(desk, { name: 'Konya', languages: FR_EN, by: null, operationId: 'project' })
console.log(0)
await importMemory(desk, {
  project,
  name: 'large.tmx',
  format: tmx,
  file: createReadStream(file),
  by: null,
  operationId: crypto.randomUUID(),
  onGrowth: ({ units }) => console.log(units),
})
console.log('there')
setInterval(() => db, 1000)
