import './Proposals.css'
import { useState } from 'react'
import { useAction, useCall, useInvoke } from '../../ask/api'
import { Button } from '../../components/form/Button'
import { Dialog } from '../../components/notice/Dialog'
import { EmptyState } from '../../components/notice/EmptyState'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Waiting } from '../../components/notice/Waiting'
import { Table, TableBox } from '../../components/table/Table'
import { useText } from '../../words/text'
import { AchievementCells, MappedIssuers } from './MappedIssuers'

/** Proposed mappings of badges to skills as a list to tick, and the button that imports a table instead. Nothing is stored before it is accepted. */
export function Proposals({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: (message: string) => void }) {
  const text = useText()
  const { propose } = text.skillMap
  const { value, problem, waiting } = useCall('skills.propose', {})
  const accept = useAction('skills.accept')
  const read = useAction('skills.import')
  const invoke = useInvoke()
  const [off, setOff] = useState<ReadonlySet<string>>(new Set())
  const proposals = value?.proposals ?? []
  const keyOf = ({ achievementId, issuerId, skill }: (typeof proposals)[number]) => `${achievementId}\n${issuerId}\n${skill}`
  const ticked = proposals.filter((proposal) => !off.has(keyOf(proposal)))
  const acceptTicked = async () => {
    const result = await accept.run({ mappings: ticked.map(({ achievementId, issuerId, skill, level }) => ({ achievementId, issuerId, skill, level })) })
    if (result.ok) onDone(propose.accepted(result.value.accepted))
  }
  const readTable = async () => {
    const chosen = await invoke('dialog.choose', { what: 'skills' })
    const path = chosen.ok ? chosen.value.paths[0] : undefined
    if (path === undefined) return
    const result = await read.run({ path })
    if (result.ok) onDone(propose.imported(result.value.mappings))
  }
  const turn = (key: string) => {
    const next = new Set(off)
    if (!next.delete(key)) next.add(key)
    setOff(next)
  }
  const failed = problem ?? accept.problem ?? read.problem
  const [map = '', badge = '', issuer = '', skill = '', level = '', reason = '', count = ''] = propose.head
  return (
    <Dialog
      wide
      title={propose.title}
      onClose={onClose}
      actions={
        <>
          {proposals.length > 0 && (
            <Button kind="primary" because={ticked.length === 0 ? propose.nothing : null} onPress={() => void acceptTicked()}>
              {propose.accept(ticked.length)}
            </Button>
          )}
          <Button onPress={() => void readTable()}>{propose.choose}</Button>
          <Button onPress={onClose}>{text.shell.cancel}</Button>
        </>
      }
    >
      {waiting && <Waiting />}
      {failed && <ProblemNote problem={failed} />}
      {value !== undefined && proposals.length === 0 && <EmptyState title={propose.none}>{propose.noneWhy}</EmptyState>}
      {proposals.length > 0 && (
        <>
          <p>
            {propose.why}{' '}
            <Button kind="text" onPress={() => setOff(off.size === 0 ? new Set(proposals.map(keyOf)) : new Set())}>
              {off.size === 0 ? propose.clear : propose.all}
            </Button>
          </p>
          <TableBox label={propose.title}>
            <Table
              caption={propose.title}
              columns={[
                { key: 'map', title: map, width: 96 },
                { key: 'badge', title: badge },
                { key: 'issuer', title: issuer },
                { key: 'skill', title: skill },
                { key: 'level', title: level, width: 64 },
                { key: 'reason', title: reason, width: 110 },
                { key: 'count', title: count, numeric: true, width: 56 },
              ]}
            >
              {proposals.map((proposal) => {
                const name = proposal.achievementName ?? text.shell.nameless
                return (
                  <tr key={keyOf(proposal)}>
                    <td>
                      <input
                        type="checkbox"
                        className="tick"
                        aria-label={propose.tick(name, proposal.skill)}
                        checked={!off.has(keyOf(proposal))}
                        onChange={() => turn(keyOf(proposal))}
                      />
                    </td>
                    <AchievementCells row={proposal} />
                    <td>{proposal.skill.replaceAll('/', ' ＞ ')}</td>
                    <td>{text.shell.level(proposal.level)}</td>
                    <td>{propose.reasons[proposal.reason]}</td>
                    <td className="number">{proposal.badges}</td>
                  </tr>
                )
              })}
            </Table>
          </TableBox>
        </>
      )}
      <MappedIssuers onDone={onDone} />
    </Dialog>
  )
}
