import { withoutInvisible } from './cleanCell'

/**
 * The form in which words of a roster are compared, never stored: half width for full, small letters, no blanks, no brackets, no ornament.
 * `職員番号（８桁）` and `職員番号(8桁)` are the same, `氏　名` is `氏名`, `ﾌﾘｶﾞﾅ` is `フリガナ`.
 */
export const plainText = (text: string): string =>
  withoutInvisible(text)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]【】「」〔〕<>*※:;・_"'.]/g, '')

/** The same without the text in brackets: `職員番号（8桁）` becomes `職員番号`. */
export const plainTextOutsideBrackets = (text: string): string =>
  plainText(text.normalize('NFKC').replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】|〔[^〕]*〕|<[^>]*>/g, ''))
