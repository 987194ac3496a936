import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCommandLine } from '../../../electron/main/commandLine'

const folder = resolve('/home/user')
const dataFolder = (...words: readonly string[]) => readCommandLine(words, folder).dataFolder

describe('the program’s words', () => {
  it('name the data folder, a relative one from where the program was started', () => {
    expect(dataFolder('--data', resolve('/srv/tekizai'))).toBe(resolve('/srv/tekizai'))
    expect(dataFolder('--data', 'city')).toBe(resolve(folder, 'city'))
    expect(dataFolder('--data', '../city/')).toBe(resolve(folder, '../city'))
    expect(dataFolder('--data=city')).toBe(resolve(folder, 'city'))
    expect(dataFolder('--no-sandbox', '.', '--data', 'city')).toBe(resolve(folder, 'city'))
    expect(dataFolder()).toBeNull()
  })

  it('without a folder after --data report it as missing', () => {
    for (const words of [['--data'], ['--data', ''], ['--data='], ['--data', '--lang=ja']])
      expect(readCommandLine(words, folder)).toEqual({ cli: null, dataFolder: null, missing: '--data …' })
  })

  it('after --cli are left to the command line', () => {
    expect(readCommandLine(['--no-sandbox', '--cli', 'import', 'a.zip', '--data', 'city'], folder)).toEqual({
      cli: ['import', 'a.zip', '--data', 'city'],
      dataFolder: null,
      missing: null,
    })
  })
})
