import { sayImportProblem } from '@parley/locale'
import type { ImportReport } from '@parley/protocol'
import { textsOf } from '../../app/texts'
import { useLanguage } from '../../app/use-services'
import { useText } from '../../app/use-text'

/** What came, or would come; and what could not, entry by entry. */
export function ReportTable({ report }: { report: ImportReport }) {
  const text = useText()
  const { people, channels, messages, reactions, files } = report
  const rows = [
    { name: text('web.moving.people'), ...people },
    { name: text('web.moving.channels'), ...channels },
    { name: text('web.moving.messages'), ...messages },
    { name: text('web.moving.reactions'), added: reactions, known: null },
    { name: text('web.moving.files'), added: files.stored, known: null },
    { name: text('web.moving.pictures'), added: report.pictures, known: null },
  ]
  return (
    <>
      <table className="transfer__report">
        <thead>
          <tr>
            <th scope="col">{text('web.moving.what')}</th>
            <th scope="col">{text('web.moving.added')}</th>
            <th scope="col">{text('web.moving.known')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, added, known }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{added}</td>
              <td>{known ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {files.missing > 0 && <p className="moving__hint">{text('web.moving.filesMissing', { count: files.missing })}</p>}
      {files.linked > 0 && <p className="moving__hint">{text('web.moving.filesLinked', { count: files.linked })}</p>}
      {report.renamedChannels.map((channel) => (
        <p key={channel.becomes} className="moving__hint">
          {text('web.moving.renamed', channel)}
        </p>
      ))}
      {report.problemCount > 0 && <Problems report={report} />}
    </>
  )
}

function Problems({ report: { problems, problemCount } }: { report: ImportReport }) {
  const text = useText()
  const language = useLanguage()
  return (
    <details className="transfer__problems">
      <summary>{text('web.moving.problems', { count: problemCount })}</summary>
      <ul>
        {problems.map(({ place, problem, detail }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report that is made never changes
          <li key={index}>
            <code>{place}</code> {sayImportProblem(textsOf(language), problem)}
            {detail && ` (${detail})`}
          </li>
        ))}
      </ul>
    </details>
  )
}
