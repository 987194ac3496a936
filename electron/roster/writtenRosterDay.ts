import { type Day, isDay } from '../../shared/model/day'
import { readWrittenDay } from '../../shared/model/writtenDay'
import { guessHeaders } from './headers'

/** The day a roster names outside its rows. */
export interface WrittenRosterDay {
  readonly from: 'title' | 'sheet' | 'name'
  /** The day as written. */
  readonly text: string
  /** Null where it is written like a day and is none: 30 February. */
  readonly day: Day | null
}

const written =
  /(?:(?:(?:令和|平成|昭和|[令平昭]|(?<![0-9A-Za-z])[RHS])(?:\d{1,2}|元)|(?<![0-9A-Za-z])\d{4})(?:年\d{1,2}月\d{1,2}日?|([-/._])\d{1,2}\1\d{1,2})|(?<![0-9A-Za-z])(?:[RHS]|19|20)\d{6})(?![0-9])/giu

/** Words before a day on which the file was made, not the day it is about. */
const madeOn = /(作成|出力|印刷|更新|発行|抽出|保存|printed|created|updated)[^0-9A-Za-z令平昭]*$/iu

/**
 * Which day do the title above the header, the name of the sheet or the file's name say the roster is of? Of several in one text the one that is `現在` or `付`,
 * else the first; days on which the file was printed or made are none.
 * @returns Null where no day is written.
 */
export function writtenRosterDay(rows: readonly (readonly string[])[], sheet: string | null, fileName: string): WrittenRosterDay | null {
  const { headers } = guessHeaders(rows, {})
  const titles = rows.slice(0, Math.max(0, headers.firstDataRow - 1)).flat()
  return dayIn([...new Set(titles)], 'title') ?? dayIn(sheet === null ? [] : [sheet], 'sheet') ?? dayIn([fileName.replace(/\.[^.]*$/, '')], 'name')
}

function dayIn(texts: readonly string[], from: WrittenRosterDay['from']): WrittenRosterDay | null {
  const found = texts.flatMap((cell) => {
    const text = cell.normalize('NFKC').replace(/\s/g, '')
    return [...text.matchAll(written)]
      .filter(({ index }) => !madeOn.test(text.slice(0, index)))
      .map(([match, ,], place, all) => ({ match, isAbout: /^\)?(現在|時点|付|発令|as\s?of)/iu.test(text.slice((all[place]?.index ?? 0) + match.length)) }))
  })
  const one = found.find(({ isAbout }) => isAbout) ?? found[0]
  return one === undefined ? null : { from, text: one.match, day: readDayWritten(one.match) }
}

function readDayWritten(match: string): Day | null {
  const plain = match.replaceAll('_', '-')
  const day = readWrittenDay(/月\d+$/.test(plain) ? `${plain}日` : plain)
  return day !== null && isDay(day) ? day : null
}
