const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const wholePercent = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 0 })

/** A whole number with its thousands grouped: `1,200`. Japanese and English write it alike. */
export const digits = (value: number): string => whole.format(value)

/** A share from 0 to 1 in whole percent. Less than all never reads 100 %, more than nothing never reads 0 %. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100)
  const honest = share < 1 && rounded === 100 ? 99 : share > 0 && rounded === 0 ? 1 : rounded
  return wholePercent.format(honest / 100)
}
