import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** An action, or an incident, and how many actions of it are overdue. */
export interface Late {
  readonly id: string;
  readonly title: string;
  readonly count: number;
}

interface Props {
  /** Also those of which none is overdue yet; undefined as long as nothing is known. */
  readonly all: readonly Late[] | undefined;
}

/** What falls due together is said together. */
const gatheredMs = 500;
/** It is not said more often than this. */
const calmMs = 5_000;
const goneAfterMs = 10_000;
const namedAtMost = 3;

/** Tells whoever only hears the page that actions have fallen overdue since it was opened, once: others see it. */
export function FallenDue({ all }: Props) {
  const { t } = useTranslation();
  const said = useSaid(useFallen(all));
  const titles = said.slice(0, namedAtMost).map(({ title }) => title);
  const more = said.length > namedAtMost ? ', …' : '';
  const count = countOf(said);
  return (
    <p role="status" className="hidden">
      {count > 0 && t('overview.fallenDue', { count, titles: `${titles.join(', ')}${more}` })}
    </p>
  );
}

type Fallen = ReadonlyMap<string, Late>;

/** What has become overdue of what was known before, since the page was opened: each time that it did. */
function useFallen(all: readonly Late[] | undefined): readonly Late[] {
  const [fallen, setFallen] = useState<readonly Late[]>([]);
  const known = useRef<Fallen>(new Map());
  useEffect(() => {
    if (!all) return;
    const before = known.current;
    known.current = new Map(all.map((one) => [one.id, one]));
    const more = all.flatMap((one) => {
      const count = one.count - (before.get(one.id)?.count ?? one.count);
      return count > 0 ? [{ ...one, count }] : [];
    });
    if (more.length > 0) setFallen((those) => [...those, ...more]);
  }, [all]);
  return fallen;
}

/** Of a list that only grows, what came since it was said last; nothing once it was there for a while. */
function useSaid(fallen: readonly Late[]): readonly Late[] {
  const [said, setSaid] = useState<readonly Late[]>([]);
  const [to, setTo] = useState(0);
  const saidAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (fallen.length === to) return;
    const say = () => {
      saidAt.current = performance.now();
      setSaid(fallen.slice(to));
      setTo(fallen.length);
    };
    const timer = setTimeout(say, Math.max(gatheredMs, saidAt.current + calmMs - performance.now()));
    return () => clearTimeout(timer);
  }, [fallen, to]);
  useEffect(() => {
    if (said.length === 0) return;
    const timer = setTimeout(() => setSaid([]), goneAfterMs);
    return () => clearTimeout(timer);
  }, [said]);
  return said;
}

function countOf(late: readonly Late[]): number {
  return late.reduce((sum, { count }) => sum + count, 0);
}
