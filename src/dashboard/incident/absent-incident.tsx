import { useTranslation } from 'react-i18next';
import { holdingNothing } from '../link/following';
import { LinkState } from '../link/link-state';
import { useFollowing } from '../link/use-following';
import { PageTitle } from '../shell/page-title';
import { PlainPage } from '../shell/plain-page';
import { AllTyped } from '../writing/typed-words';
import { useTyped } from '../writing/use-typed';

export type Absence = 'waiting' | 'unknown' | 'withdrawn' | 'offline';

interface Props {
  readonly reference: string;
  readonly why: Absence;
  readonly lookAgain?: () => Promise<unknown>;
}

/** Why there is nothing to be seen of an incident. */
export function AbsentIncident({ reference, why, lookAgain }: Props) {
  const { t } = useTranslation();
  return (
    <PlainPage title={reference} link={<Link why={why} />}>
      <PageTitle parts={[reference]} />
      <p role="status">{t(why === 'offline' ? 'session.offline' : `incident.${why}`)}</p>
      {why !== 'waiting' && <WordsAreKept reference={reference} />}
      {why === 'offline' && lookAgain && (
        <button type="button" onClick={() => void lookAgain().catch(() => undefined)}>
          {t('app.reload')}
        </button>
      )}
      <a href="#/">{t('incident.back')}</a>
    </PlainPage>
  );
}

/** Also where nothing is shown it is said how the link stands. */
function Link({ why }: Pick<Props, 'why'>) {
  if (why === 'waiting') return <LinkState state={holdingNothing('connecting')} />;
  if (why === 'withdrawn') return <LinkState state={holdingNothing('withdrawn')} />;
  return <LinkOfAll />;
}

function LinkOfAll() {
  const [state, following] = useFollowing();
  return <LinkState state={state} onNoticed={following.notice} />;
}

/** What was being written is not lost with the page. */
function WordsAreKept({ reference }: { readonly reference: string }) {
  const { t } = useTranslation();
  const typed = useTyped(reference);
  if (typed.length === 0) return null;
  return (
    <>
      <p role="status">{t('incident.wordsKept')}</p>
      <AllTyped typed={typed} />
    </>
  );
}

/** What an answer without an incident says. */
export function absence(code: string | undefined, isLoading: boolean): Absence {
  if (isLoading) return 'waiting';
  return code === undefined || ['NOT_FOUND', 'UNAUTHENTICATED'].includes(code) ? 'unknown' : 'offline';
}
