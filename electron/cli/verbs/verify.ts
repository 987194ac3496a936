import { join } from 'node:path'
import { failure, success } from '../../../shared/model/problem'
import type { IssuerRegister } from '../../../shared/model/register'
import { axisValues, type Grade, gradeValues } from '../../../shared/model/verification'
import { texts } from '../../../shared/text'
import { readEvidenceFiles } from '../../engine/files/readEvidenceFiles'
import { readRegisterFile } from '../../engine/files/readRegisterFile'
import { type Inspected, type InspectedCredential, type InspectedEnvelope, inspectPaths } from '../../intake'
import { inWords, writeLine, writeRow } from '../output'
import type { Verb } from '../verb'

/** One credential in the form of the command line's contract. */
export function credentialLine(found: InspectedCredential | InspectedEnvelope): Record<string, unknown> {
  const { credential, verification } = found
  return {
    kind: found.kind,
    source: found.source,
    container: found.container,
    standard: credential.standard,
    proof: verification.proof,
    id: credential.id,
    issuerId: credential.issuer.id,
    issuerName: verification.issuerName,
    claimedIssuerName: credential.issuer.name,
    achievementId: credential.achievement.id,
    achievementName: credential.achievement.name,
    validFrom: credential.validFrom,
    validUntil: credential.validUntil,
    grade: verification.grade,
    axes: axisValues(verification.axes),
    counts: verification.counts,
    problems: verification.problems,
  }
}

const line = (found: Inspected): Record<string, unknown> => {
  if (found.kind === 'credential' || found.kind === 'envelope') return credentialLine(found)
  if (found.kind === 'support') return { kind: 'support', source: found.source, type: found.type }
  if (found.kind === 'unreadable') return { kind: 'unreadable', source: found.source, problem: found.problem }
  return { kind: 'ignored', source: found.source }
}

/** `verify`: stores nothing; a line for every thing found, then the summary. Evidence among the paths is a claim; it counts where `--evidence` names it. */
export const verify: Verb = {
  name: 'verify',
  usage: '<path…> [--register FILE] [--evidence FILE]… [--at INSTANT] [--json]',
  options: { register: { type: 'string' }, evidence: { type: 'string', multiple: true }, at: { type: 'string' }, data: { type: 'string' } },
  rest: [1, Number.POSITIVE_INFINITY],
  run: async (words, surroundings) => {
    const text = texts[surroundings.locale]
    const registerPath = words.text('register')
    const read = registerPath === null ? success<IssuerRegister>({ issuers: [] }) : await readRegisterFile(registerPath)
    if (!read.ok) return read
    const evidence = await readEvidenceFiles(words.texts('evidence'))
    if (!evidence.ok) return evidence
    const counts = { credential: 0, support: 0, unreadable: 0, ignored: 0, envelope: 0 }
    const grades: Record<Grade, number> = { verified: 0, confirmed: 0, unregistered: 0, unproven: 0, rejected: 0 }
    const stop = new AbortController()
    const endListening = surroundings.stop?.onCome(() => stop.abort())
    const work = inspectPaths(
      words.rest,
      { register: read.value, now: words.at, held: evidence.value.documents, accepted: evidence.value.digests },
      { workerFile: join(__dirname, 'worker.cjs'), signal: stop.signal },
    )
    for await (const batch of work) {
      if (!batch.ok) return batch
      for (const found of batch.value) {
        counts[found.kind]++
        if (found.kind === 'credential') grades[found.verification.grade]++
        if (words.json) await writeLine(surroundings, line(found))
        else await writeRow(surroundings, ...inPlainWords(found, text))
      }
    }
    endListening?.()
    if (surroundings.stop?.came()) return failure({ code: 'command.stopped' })
    const { credential: credentials, support, unreadable, ignored } = counts
    const received = credentials + support + unreadable + ignored
    if (words.json) await writeLine(surroundings, { kind: 'summary', received, credentials, support, unreadable, ignored, grades })
    else {
      await writeRow(surroundings, inWords(text.cli.counts, { received, credentials, support, unreadable, ignored }))
      const sums = gradeValues.map((grade) => `${text.verdict.grades[grade].letter} ${text.verdict.grades[grade].name} ${grades[grade]}`)
      await writeRow(surroundings, sums.join('  '))
    }
    return success(null)
  },
}

function inPlainWords(found: Inspected, text: (typeof texts)['ja']): readonly string[] {
  if (found.kind === 'unreadable') return [found.source, text.cli.counts.unreadable, text.problems[found.problem.code].found]
  if (found.kind === 'support') return [found.source, text.cli.counts.support, found.type]
  if (found.kind === 'ignored') return [found.source, text.cli.counts.ignored]
  const { grade } = found.verification
  const why = found.verification.problems[0]
  return [
    found.source,
    `${text.verdict.grades[grade].letter} ${text.verdict.grades[grade].name}`,
    found.credential.achievement.name ?? found.credential.name ?? '',
    found.verification.issuerName ?? found.credential.issuer.name ?? '',
    why === undefined ? '' : text.problems[why.code].found,
  ]
}
