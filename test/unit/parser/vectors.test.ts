import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Parsed, parse } from '../../../electron/parser'
import { readFile } from '../../../electron/reader'

const vectors = join(import.meta.dirname, '../../../../shared/vectors')
const folders = ['1edtech-public-validator', 'dcc-vc-test-fixtures'].map((name) => join(vectors, name)).filter((folder) => existsSync(folder))

const files = folders.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name)),
)

const parseFile = (path: string): readonly Parsed[] =>
  readFile(relative(vectors, path), readFileSync(path)).flatMap((read) => (read.kind === 'envelope' ? parse(read) : [read]))

describe('the published test vectors', () => {
  it('each have an answer', () => {
    console.log(`${files.length} vector files read`)
    expect(files.filter((file) => parseFile(file).length === 0)).toEqual([])
  })
  it('are badges, envelopes and supporting documents, except for those known to be none', () => {
    const unread = files
      .flatMap(parseFile)
      .flatMap((parsed) => (parsed.kind === 'unreadable' ? [`${parsed.source.split('/').at(-1)} ${parsed.problem.code}`] : []))
    const known = [
      'redirected-validation-subject.json json.syntax',
      'beths-robot-badge.png png.no-badge',
      'beths-robot-work.html file.empty',
      'criteria-no-type.json document.unknown-kind',
      'openbadges_context.json json.syntax',
      'invalid-class.json document.unknown-kind',
      'valid-cool-class.json document.unknown-kind',
      'mixedRegistry-validStatus-noExpiry.svg svg.no-badge',
      'legacy-noStatus-noExpiry.json file.empty',
    ]
    expect(unread.toSorted()).toEqual(files.length === 0 ? [] : known.toSorted())
  })
})
