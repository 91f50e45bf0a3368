import { useTranslation } from 'react-i18next';
import type { DraftLineFragment, StatementLineFragment } from '../api/generated';
import { MarkingBadge } from '../marking/tlp';
import { useSignedIn } from '../session/context';
import { useWhen } from '../time/use-when';
import { MarkingMoves } from '../writing/change-marking';
import { DialogAbout, FormDialog } from '../writing/form-dialog';
import { DiscardDraft, DraftStatement, PublishDraft, ReviseDraft } from '../writing/statement-forms';
import { useMay, useWriting } from '../writing/writing';
import css from './incident.module.css';
import { Panel } from './panel';
import type { IncidentData } from './use-incident';

interface Props {
  readonly statements: IncidentData['publicStatements'];
  readonly drafts: IncidentData['statementDrafts'];
}

/** What was told to the public, the latest first, after what is being prepared for it. */
export function Statements({ statements, drafts }: Props) {
  const { t } = useTranslation();
  const { may } = useWriting();
  const isNothing = statements.edges.length + drafts.edges.length === 0;
  const write = may('STATEMENT_DRAFT') && (
    <FormDialog action={t('write.draftStatement')} title={t('write.draftStatement')}>
      {(close) => <DraftStatement close={close} />}
    </FormDialog>
  );
  return (
    <Panel part="statements" title={t('incident.statements')} aside={write}>
      {isNothing && <p className={css.muted}>{t('incident.noStatements')}</p>}
      <ul className={css.rows}>
        {drafts.edges.map(({ node }) => (
          <Draft key={node.id} draft={node} />
        ))}
        {statements.edges.toReversed().map(({ node }) => (
          <Published key={node.id} statement={node} />
        ))}
      </ul>
    </Panel>
  );
}

function Published({ statement }: { readonly statement: StatementLineFragment }) {
  const { t } = useTranslation();
  const { stamped } = useWhen();
  return (
    <li className={css.row}>
      <details className={css.summary}>
        <summary>
          <h3>{statement.title}</h3>
        </summary>
        <p className={css.asWritten}>{statement.text}</p>
      </details>
      <p className={css.muted}>
        {t('incident.published')} · {statement.issuerName} · {stamped(statement.publishedAt)}
        {regionsIn(statement)}
      </p>
    </li>
  );
}

function regionsIn({ regions }: Pick<StatementLineFragment, 'regions'>): string {
  return regions.map(({ name }, index) => `${index === 0 ? ' · ' : ', '}${name}`).join('');
}

function Draft({ draft }: { readonly draft: DraftLineFragment }) {
  const { t } = useTranslation();
  return (
    <li className={css.row}>
      <div className={css.rowHead}>
        <h3>{draft.title}</h3>
        <strong>{t('incident.statementDraft')}</strong>
        <MarkingBadge {...draft.marking} />
      </div>
      <p className={css.asWritten}>{draft.text}</p>
      <p className={css.muted}>
        {draft.issuer?.name}
        {regionsIn(draft)} · {t('write.readers', { who: t(`audience.${draft.marking.audience}`) })}
      </p>
      <DraftMoves draft={draft} />
    </li>
  );
}

function DraftMoves({ draft }: { readonly draft: DraftLineFragment }) {
  const { t } = useTranslation();
  const { viewer } = useSignedIn();
  const may = useMay(draft.id, draft.version + draft.marking.version);
  const isClear = draft.marking.tlp === 'TLP_CLEAR';
  const isOwn = draft.issuer?.id === viewer.stakeholder?.id;
  const about = draft.title;
  return (
    <div className={css.rowHead}>
      {may('STATEMENT_PUBLISH') && isClear && (
        <DialogAbout {...{ action: t('write.publish'), about }}>
          {(close) => <PublishDraft draft={draft} close={close} />}
        </DialogAbout>
      )}
      {may('STATEMENT_DRAFT_CHANGE') && (
        <>
          <FormDialog
            {...{
              kind: t('write.reviseDraft'),
              action: t('write.change'),
              about,
              title: `${t('write.reviseDraft')}${t('app.colon')}${about}`,
            }}
          >
            {(close) => <ReviseDraft draft={draft} close={close} />}
          </FormDialog>
          <DialogAbout {...{ action: t('write.discard'), about, className: 'quiet small' }}>
            {(close) => <DiscardDraft draft={draft} close={close} />}
          </DialogAbout>
        </>
      )}
      <MarkingMoves thing={draft} name={draft.title} />
      {isOwn && !isClear && <span className={css.muted}>{t('incident.needsClear')}</span>}
    </div>
  );
}
