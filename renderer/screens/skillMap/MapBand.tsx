import { useState } from 'react'
import type { CoverageTable } from '../../../shared/contract/coverage'
import { Button } from '../../components/form/Button'
import { Go } from '../../components/Go'
import { Band } from '../../components/notice/Band'
import { Dialog } from '../../components/notice/Dialog'
import { CopyTable } from '../../components/table/CopyTable'
import { Table } from '../../components/table/Table'
import { gradesInWords, useText } from '../../words/text'
import { leftPeople } from './leftPeople'

const leftNames = ['onLeave', 'leavers', 'unproven', 'unregistered', 'rejected', 'expired', 'revoked', 'unmatched', 'unmapped'] as const

/** The scope of the map and what was left out; 「内訳を見る」 shows the details. */
export function MapBand({
  table,
  rows,
  onMapping,
}: {
  readonly table: CoverageTable
  readonly rows: () => readonly (readonly string[])[]
  readonly onMapping: () => void
}) {
  const text = useText()
  const { band } = text.skillMap
  const [open, setOpen] = useState(false)
  const { left, scope } = table
  const unproven = (scope.grades.includes('unproven') ? 0 : left.unproven) + (scope.grades.includes('unregistered') ? 0 : left.unregistered)
  return (
    <>
      <Band
        facts={[
          { name: band.people, value: text.shell.people(table.divisions[0]?.people ?? 0) },
          { name: band.left, value: leftPeople(left, text) },
          { name: band.counted, value: gradesInWords(scope.grades, text) },
          { name: band.notCounted, value: band.unproven(unproven) },
          { name: band.concurrent, value: band.once },
        ]}
      >
        <CopyTable rows={rows} />
        <Button kind="text" onPress={() => setOpen(true)}>
          {band.more}
        </Button>
      </Band>
      {open && (
        <LeftOut
          left={left}
          onClose={() => setOpen(false)}
          onMapping={() => {
            setOpen(false)
            onMapping()
          }}
        />
      )}
    </>
  )
}

function LeftOut({ left, onClose, onMapping }: { readonly left: CoverageTable['left']; readonly onClose: () => void; readonly onMapping: () => void }) {
  const { skillMap, shell } = useText()
  const { leftOut } = skillMap
  const [what = '', number = '', how = ''] = leftOut.head
  const ways = {
    onLeave: (
      <Go to="people" with={{ which: 'onLeave' }}>
        {leftOut.toPeople}
      </Go>
    ),
    leavers: (
      <Go to="people" with={{ which: 'leavers' }}>
        {leftOut.toPeople}
      </Go>
    ),
    unmatched: <Go to="unmatched">{leftOut.toUnmatched}</Go>,
    unregistered: <Go to="issuers">{leftOut.toIssuers}</Go>,
  }
  return (
    <Dialog wide title={leftOut.title} onClose={onClose} actions={<Button onPress={onClose}>{shell.close}</Button>}>
      <Table
        caption={leftOut.title}
        columns={[
          { key: 'what', title: what },
          { key: 'number', title: number, numeric: true, width: 72 },
          { key: 'how', title: how },
          { key: 'way', title: <span className="visually-hidden">{shell.problemNext}</span>, width: 140 },
        ]}
      >
        {leftNames.map((name) => (
          <tr key={name}>
            <th scope="row">{leftOut.names[name]}</th>
            <td className="number">{name === 'onLeave' || name === 'leavers' ? leftOut.people(left[name]) : leftOut.badges(left[name])}</td>
            <td>{leftOut.whys[name]}</td>
            <td>
              {left[name] > 0 && name === 'unmapped' && (
                <Button kind="text" onPress={onMapping}>
                  {leftOut.toMapping}
                </Button>
              )}
              {left[name] > 0 && name in ways && ways[name as keyof typeof ways]}
            </td>
          </tr>
        ))}
      </Table>
      <p className="muted">{shell.helpDepthText}</p>
    </Dialog>
  )
}
