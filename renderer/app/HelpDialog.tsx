import './HelpDialog.css'
import { countingGrades, gradeValues } from '../../shared/model/verification'
import { DepthSymbol } from '../components/DepthSymbol'
import { Button } from '../components/form/Button'
import { GradeMark } from '../components/GradeMark'
import { Licences } from '../components/Licences'
import { Dialog } from '../components/notice/Dialog'
import { useText } from '../words/text'

/** The help dialog (F1): marks, keys and the data folder. */
export function HelpDialog({ version, dataFolder, onClose }: { readonly version: string; readonly dataFolder: string; readonly onClose: () => void }) {
  const { shell, verdict, badge } = useText()
  return (
    <Dialog title={shell.helpTitle} onClose={onClose} wide actions={<Button onPress={onClose}>{shell.close}</Button>}>
      <div className="help-columns">
        <section>
          <h3>{shell.helpGrades}</h3>
          <dl className="help-grades">
            {gradeValues.map((grade) => (
              <div key={grade}>
                <dt>
                  <GradeMark grade={grade} />
                </dt>
                <dd className="muted">
                  {shell.together(verdict.grades[grade].sentence, `${countingGrades.includes(grade) ? badge.counts : badge.countsNot}${badge.stop.trim()}`)}
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3>{shell.helpDepth}</h3>
          <p className="chips">
            {shell.depths.map((words, holders) => (
              <span key={words} className="unbroken">
                <DepthSymbol holders={holders} /> {words}
              </span>
            ))}
          </p>
          <p className="muted">{shell.helpDepthText}</p>
          <h3>{shell.helpKeys}</h3>
          <dl className="help-keys">
            {shell.helpKeyList.map(([key, does]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
      <p className="muted">
        {shell.helpVersion(version)}　{shell.noNetworkMore}　{shell.helpFolder} <span className="literal">{dataFolder}</span>
      </p>
      <Licences />
    </Dialog>
  )
}
