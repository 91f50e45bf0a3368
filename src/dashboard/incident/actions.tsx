import { useTranslation } from 'react-i18next';
import type { ActionLineFragment } from '../api/generated';
import type { Late } from '../due/fallen-due';
import { firstOf } from '../due/use-due';
import { useSignedIn } from '../session/context';
import { useWhen } from '../time/use-when';
import { ActionMoves } from '../writing/action-moves';
import { MarkingMoves } from '../writing/change-marking';
import { PlanAction } from '../writing/plan-action';
import { useWriting } from '../writing/writing';
import css from './incident.module.css';
import { OwnMarking } from './own-marking';
import { Panel } from './panel';
import type { IncidentData } from './use-incident';

const states = ['IN_PROGRESS', 'PLANNED', 'DONE', 'SUPERSEDED', 'CANCELLED'] as const;

export function Actions({ actions }: { readonly actions: IncidentData['actions'] }) {
  const { t } = useTranslation();
  const { viewer } = useSignedIn();
  const isOverdue = useOverdue();
  const isMine = (action: ActionLineFragment) => action.owner?.id === viewer.stakeholder?.id;
  const first = (action: ActionLineFragment) => (isMine(action) ? 2 : 0) + (isOverdue(action) ? 1 : 0);
  const all = actions.edges.map(({ node }) => node).sort((a, b) => first(b) - first(a));
  return (
    <Panel part="actions" title={t('incident.actions')} aside={<PlanAction />}>
      {all.length === 0 && <p className={css.muted}>{t('incident.noActions')}</p>}
      {states.map((state) => {
        const some = all.filter(({ status }) => status === state);
        if (some.length === 0) return null;
        return (
          <div key={state} className={css.group}>
            <h3 className={css.groupHead}>
              {t(`actionsIn.${state}`, { count: some.length })} ({some.length})
            </h3>
            <ul className={css.rows}>
              {some.map((action) => (
                <Action key={action.id} action={action} isMine={isMine(action)} />
              ))}
            </ul>
          </div>
        );
      })}
      {actions.pageInfo.hasNextPage && <p className={css.muted}>{t('incident.moreActions')}</p>}
    </Panel>
  );
}

function Action({ action, isMine }: { readonly action: ActionLineFragment; readonly isMine: boolean }) {
  const { t } = useTranslation();
  const { reported } = useWhen();
  const isOverdue = useOverdue();
  const said = [
    action.owner && `${t('incident.owner')}${t('app.colon')}${action.owner.name}`,
    action.addressees.length > 0 && `${t('incident.addressees')}${t('app.colon')}${named(action.addressees)}`,
    action.regions.length > 0 && `${t('overview.regions')}${t('app.colon')}${named(action.regions)}`,
    action.due && `${t('incident.due')}${t('app.colon')}${reported(action.due)}`,
    action.supersededBy && `${t('incident.replacedBy')}${t('app.colon')}${action.supersededBy.title}`,
  ];
  return (
    <li className={css.row}>
      <div className={css.rowHead}>
        <strong>{action.title}</strong>
        <span className={css.muted}>{t(`actionKind.${action.kind}`)}</span>
        {action.priority !== 'NORMAL' && (
          <strong className={css.priority} data-priority={action.priority}>
            {t('incident.priority', { name: t(`priority.${action.priority}`) })}
          </strong>
        )}
        {isMine && <span className={css.mine}>{t('incident.mine')}</span>}
        {isOverdue(action) && <strong className={css.overdue}>{t('incident.overdue')}</strong>}
        <OwnMarking marking={action.marking} />
        <ActionMoves action={action} />
        <MarkingMoves thing={action} name={action.title} />
      </div>
      {action.description && <p className={css.asWritten}>{action.description}</p>}
      <p className={css.muted}>{said.filter(Boolean).join(' · ')}</p>
      {action.result && (
        <p className={css.asWritten}>
          {t('incident.result')}
          {t('app.colon')}
          {action.result}
        </p>
      )}
    </li>
  );
}

function useOverdue(): (action: ActionLineFragment) => boolean {
  const { incident } = useWriting();
  return (action) => isOverdueIn(incident, action);
}

/** In a closed incident nothing is waited for any more. */
function isOverdueIn({ status }: Pick<IncidentData, 'status'>, { overdue }: ActionLineFragment): boolean {
  return overdue && status !== 'CLOSED';
}

export function lateOf(incident: IncidentData): Late[] {
  return incident.actions.edges.map(({ node }) => ({
    ...{ id: node.id, title: node.title, count: isOverdueIn(incident, node) ? 1 : 0 },
  }));
}

export function nextDue({ edges }: IncidentData['actions']): string | undefined {
  return firstOf(
    edges.flatMap(({ node: { status, overdue, due } }) =>
      due && !overdue && (status === 'PLANNED' || status === 'IN_PROGRESS') ? [due.latest] : [],
    ),
  );
}

function named(things: readonly { readonly name: string }[]): string {
  return things.map(({ name }) => name).join(', ');
}
