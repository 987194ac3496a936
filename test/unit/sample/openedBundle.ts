import { unzipSync } from 'fflate'
import { makeSampleCity, type SampleOptions } from '../../../electron/sample'
import type { AxisValues, Grade } from '../../../shared/model/verification'

/** One line of `answers.json`. Members left out are not claimed. */
export interface Answer {
  readonly kind: 'credential' | 'envelope' | 'support' | 'unreadable' | 'ignored'
  readonly source: string
  readonly type?: string
  readonly code?: string
  readonly fault?: string | null
  readonly proof?: string
  readonly container?: string
  readonly grade?: Grade
  readonly axes?: Partial<AxisValues>
  readonly outcome?: string
  readonly staffNumber?: string | null
  readonly counts?: boolean
  readonly laterTime?: string
}

export interface Coverage {
  readonly on: string
  readonly withLeavers: boolean
  readonly includeLeave: boolean
  readonly people: readonly { readonly divisionCode: string | null; readonly division: string; readonly people: number }[]
  readonly lines: readonly {
    readonly divisionCode: string | null
    readonly division: string
    readonly skill: string
    readonly level: number
    readonly holders: number
  }[]
}

export interface TruePerson {
  readonly staffNumber: string
  readonly name: string
  readonly birthDate: string
  readonly hiredOn: string
  readonly termLastDay: string | null
  readonly lastDayWithCity: string | null
  readonly posts: readonly {
    readonly divisionCode: string
    readonly post: string
    readonly concurrent: boolean
    readonly leave: string
    readonly startsOn: string
    readonly lastDay: string | null
  }[]
}

/** The true targets of a day. */
export interface TrueGap {
  readonly on: string
  readonly withLeavers: boolean
  readonly includeLeave: boolean
  readonly targets: readonly {
    readonly id: string
    readonly divisionCode: string | null
    readonly required: number
    readonly holders: number
    readonly people: number
    readonly state: 'met' | 'unmet' | 'none'
  }[]
}

export interface Answers {
  readonly reference: { readonly at: string; readonly on: string; readonly laterAt: string; readonly laterOn: string }
  readonly faults: Readonly<Record<string, number>>
  readonly roster: { readonly summary: Readonly<Record<string, unknown>>; readonly people: readonly TruePerson[] }
  readonly verify: {
    readonly summary: {
      readonly received: number
      readonly credentials: number
      readonly support: number
      readonly unreadable: number
      readonly ignored: number
      readonly grades: Readonly<Record<Grade, number>>
    }
  }
  readonly import: { readonly first: Readonly<Record<string, number>>; readonly second: Readonly<Record<string, number>> }
  readonly coverage: readonly Coverage[]
  /** Lines of `risk` without the sums; people are not in the order they are listed in. */
  readonly risk: { readonly on: string; readonly until: string; readonly lines: readonly Readonly<Record<string, unknown>>[] }
  readonly files: readonly Answer[]
  /** The truth where somebody accepts `evidence.json` by name; only the files that are then another. */
  readonly gap: readonly TrueGap[]
  readonly withEvidence: Pick<Answers, 'verify' | 'coverage' | 'gap' | 'files'>
}

export interface OpenedCity {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly answers: Answers
  /** Opened by a library that is not ours, names read as CP932: label → bytes, the ZIP inside included. */
  readonly entries: ReadonlyMap<string, Uint8Array>
}

export const textOfBytes = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8')

/** The library shows names without the UTF-8 flag as one letter a byte. */
const asCp932 = (name: string) =>
  /^[\0-\x7f]*$/.test(name) || /[^\0-\xff]/.test(name) ? name : new TextDecoder('shift_jis').decode(Uint8Array.from(name, (letter) => letter.charCodeAt(0)))

function open(label: string, bytes: Uint8Array): readonly (readonly [string, Uint8Array])[] {
  return Object.entries(unzipSync(bytes)).flatMap(([name, content]) => {
    const path = `${label}!${asCp932(name)}`
    if (name.endsWith('/')) return []
    return name.endsWith('.zip') ? open(path, content) : [[path, content] as const]
  })
}

export async function openCity(options: SampleOptions): Promise<OpenedCity> {
  const { files } = await makeSampleCity(options)
  const answers = JSON.parse(textOfBytes(files.get('answers.json'))) as Answers
  return { files, answers, entries: new Map(open('badges.zip', files.get('badges.zip') ?? new Uint8Array())) }
}

/** Text baked into a PNG, found by its chunk type and not by any reader of ours. */
export function bakedText(png: Uint8Array): string {
  const bytes = Buffer.from(png)
  for (let at = 8; at + 12 <= bytes.length; at += bytes.readUInt32BE(at) + 12) {
    if (bytes.toString('latin1', at + 4, at + 8) !== 'iTXt') continue
    const data = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at))
    return data.subarray(data.indexOf(0) + 5).toString('utf8')
  }
  return ''
}
