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
  it('are each answered with something', () => {
    console.log(`${files.length} vector files read`)
    for (const file of files) {
      const p = parseFile(file)
      if (process.env.SHOW)
        console.log(
          relative(vectors, file),
          JSON.stringify(
            p.map((x) =>
              x.kind === 'credential' || x.kind === 'envelope'
                ? [
                    x.kind,
                    x.source.slice(-3),
                    x.container,
                    x.credential.standard,
                    x.secured.kind,
                    x.credential.achievement.name,
                    x.credential.issuer.name,
                    x.credential.recipients.length,
                    x.problems.map((q) => q.code + (q.at ?? '')).join(' '),
                  ]
                : x.kind === 'support'
                  ? [x.type, x.id, x.problems]
                  : x.kind === 'unreadable'
                    ? [x.problem]
                    : x.kind,
            ),
          ),
        )
      expect(p.length).toBeGreaterThan(0)
    }
  })
})
