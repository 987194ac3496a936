import { success } from '../../../shared/model/problem'
import { isReadOnly, mismatchAt, readDamage, readHoldings, readSetting, saveSetting } from '../../store'
import { act } from '../act'
import type { Handlers } from '../handler'

const text = (value: unknown) => (typeof value === 'string' ? value : null)

export const application: Pick<Handlers, 'application.read' | 'application.saveSettings'> = {
  'application.read': (_input, { db, dataFolder, version, today }) =>
    success({
      version,
      dataFolder,
      readOnly: isReadOnly(db),
      today: today(),
      locale: readSetting(db, 'locale') === 'en' ? 'en' : 'ja',
      cityName: text(readSetting(db, 'cityName')),
      sample: readSetting(db, 'sample') === true,
      differenceAt: mismatchAt(db),
      damage: [...readDamage(db)],
      ...readHoldings(db),
    }),
  'application.saveSettings': ({ locale, cityName }, engine) => {
    const settings = { ...(locale === undefined ? {} : { locale }), ...(cityName === undefined ? {} : { cityName }) }
    for (const [name, value] of Object.entries(settings)) {
      const saved = saveSetting(engine.db, { name, value, ...act(engine) })
      if (!saved.ok) return saved
    }
    return success({})
  },
}
