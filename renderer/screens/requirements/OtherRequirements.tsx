import type { ListedRequirement } from '../../../shared/contract/requirement'
import { addDays } from '../../../shared/model/day'
import { Button } from '../../components/form/Button'
import { Row, Table, TableBox } from '../../components/table/Table'
import { useText } from '../../words/text'

interface OtherRequirementsProps {
  readonly requirements: readonly ListedRequirement[]
  readonly onOpen: (requirement: ListedRequirement) => void
  readonly onRemove: (requirement: ListedRequirement) => void
}

/** Requirements that the grid cannot show: shares, sections, posts, periods, and those whose division or skill is gone. */
export function OtherRequirements({ requirements, onOpen, onRemove }: OtherRequirementsProps) {
  const text = useText()
  const { requirements: words, skillMap, shell } = text
  const titles = words.columns
  const keys = ['id', 'division', 'skill', 'rule', 'reach', 'narrowed', 'days', 'action'] as const
  return (
    <section>
      <h2>{words.others(requirements.length)}</h2>
      <TableBox label={words.othersName}>
        <Table caption={words.othersName} columns={keys.map((key) => ({ key, title: titles[key] }))}>
          {requirements.map((one) => {
            const { id, divisionCode, divisionPath, skill, level, rule, reach, exceptions, posts, jobTypes, employments, startsOn, endsOn, gone } = one
            return (
              <Row key={id}>
                <td>{id}</td>
                <td>
                  {divisionCode === null ? skillMap.city : (divisionPath ?? divisionCode)}
                  {gone.includes('division') && <span className="muted block">{words.gone.division}</span>}
                </td>
                <td>
                  {skill} {shell.levelAtLeast(level)}
                  {gone.includes('skill') && <span className="muted block">{words.gone.skill}</span>}
                </td>
                <td>{words.rule(rule)}</td>
                <td>
                  {words.reaches[reach]}
                  {exceptions.length > 0 && <span className="muted block">{words.exceptions(exceptions.length)}</span>}
                </td>
                <td>{shell.list([...posts, ...jobTypes, ...employments])}</td>
                <td>{words.period(startsOn, endsOn === null ? null : addDays(endsOn, -1))}</td>
                <td>
                  <Button kind="text" label={words.changeOf(id)} onPress={() => onOpen(one)}>
                    {words.change}
                  </Button>
                  <Button kind="text" label={words.removeOf(id)} onPress={() => onRemove(one)}>
                    {words.remove}
                  </Button>
                </td>
              </Row>
            )
          })}
        </Table>
      </TableBox>
    </section>
  )
}
