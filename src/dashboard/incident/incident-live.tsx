import { useMemo } from 'react';
import { FallenDue } from '../due/fallen-due';
import { useDue } from '../due/use-due';
import { GoToLineProvider } from '../journal/go-to-line';
import { MainCourante } from '../journal/main-courante';
import type { Followings } from '../link/following';
import { LinkState } from '../link/link-state';
import { PageTitle } from '../shell/page-title';
import { TopBar } from '../shell/top-bar';
import { yearOf } from '../time/reported';
import { KnownYearContext } from '../time/use-when';
import { BegunForms } from '../writing/begun-forms';
import { ClosedUnsent } from '../writing/closed-unsent';
import { LessRights } from '../writing/less-rights';
import { SkipToEntry } from '../writing/skip-to-entry';
import { WriteEntry } from '../writing/write-entry';
import { WritingProvider } from '../writing/writing';
import { Actions, lateOf, nextDue } from './actions';
import css from './incident.module.css';
import { IncidentHeader } from './incident-header';
import type { Shown } from './incident-page';
import { Parties } from './parties';
import { Parts } from './parts';
import { Regions } from './regions';
import { Services } from './services';
import { Situation } from './situation';
import { Statements } from './statements';
import { Timeline } from './timeline';
import type { IncidentData } from './use-incident';

export function IncidentLive({ incident, lookAgain, state, onNoticed }: Omit<Shown, 'unsure'>) {
  useDue({ next: nextDue(incident.actions), asOf: state.asOf, lookAgain });
  const late = useMemo(() => lateOf(incident), [incident]);
  return (
    <WritingProvider incident={incident} asOf={state.asOf}>
      <PageTitle parts={[incident.title, incident.reference]} />
      <SkipToEntry />
      <TopBar isExercise={incident.exercise}>
        <LinkState state={state} onNoticed={onNoticed} />
        <LessRights />
      </TopBar>
      <main id="content" tabIndex={-1} className={css.page}>
        <ClosedUnsent />
        <FallenDue all={late} />
        <div className={css.columns}>
          <IncidentHeader incident={incident} lines={state.lines} />
          <KnownYearContext value={yearOf(new Date(incident.declaredAt))}>
            <GoToLineProvider>
              <div className={css.first}>
                <Situation entry={incident.latestSituation} lines={state.lines} />
              </div>
              <Parts />
              <div className={css.journal}>
                <MainCourante incidentId={incident.id} state={state} />
                <WriteEntry lines={state.lines} />
              </div>
              <Picture incident={incident} state={state} />
            </GoToLineProvider>
          </KnownYearContext>
        </div>
      </main>
    </WritingProvider>
  );
}

function Picture({ incident, state }: { readonly incident: IncidentData; readonly state: Followings }) {
  return (
    <div className={css.picture}>
      <div className={`${css.stack} ${css.onMap}`}>
        <Regions regions={incident.affectedRegions} />
        <Services services={incident.affectedServices} />
      </div>
      <div className={css.toDo}>
        <Actions actions={incident.actions} />
      </div>
      <div className={css.inTime}>
        <Timeline incident={incident} lines={state.lines} />
      </div>
      <div className={`${css.stack} ${css.told}`}>
        <Parties involvements={incident.involvements} />
        <Statements statements={incident.publicStatements} drafts={incident.statementDrafts} />
        <BegunForms />
      </div>
    </div>
  );
}
