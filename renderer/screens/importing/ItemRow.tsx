import './ItemRow.css'
import type { ImportItem } from '../../../shared/contract/importing'
import { Go } from '../../components/Go'
import { GradeMark } from '../../components/GradeMark'
import { fileName } from '../../words/format'
import { explain, useText } from '../../words/text'

/** One received item: the badge and its person, or the file and the reason. A badge links to its page. */
export function ItemRow({ item }: { readonly item: ImportItem }) {
  const text = useText()
  const { importing } = text
  const name = item.achievementName ?? (item.source === '' ? importing.erased : fileName(item.source))
  return (
    <div className="import-item">
      <div className="item-head">
        {item.credentialId === null ? (
          <b className="grow">{name}</b>
        ) : (
          <span className="grow">
            <Go to="badge" with={{ badge: String(item.credentialId) }}>
              {name}
            </Go>
          </span>
        )}
        {item.grade !== null && <GradeMark grade={item.grade} />}
      </div>
      {item.credentialId !== null && (
        <div>{item.personName === null ? <span className="muted">{importing.noPerson}</span> : `${item.personName}　${item.staffNumber ?? ''}`}</div>
      )}
      {item.supportType !== null && <div>{importing.supportTypes[item.supportType] ?? item.supportType}</div>}
      {item.problem !== null && <div>{explain(text, item.problem).found}</div>}
      <div className="muted literal">{item.source}</div>
    </div>
  )
}
