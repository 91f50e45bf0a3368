import css from './map.module.css';

/** Each status has a pattern of its own beside its colour. */
export function RegionMark({ status }: { readonly status: string }) {
  return (
    <svg className={css.mark} viewBox="0 0 16 16" aria-hidden="true">
      <rect x="0.5" y="0.5" width="15" height="15" rx="3" className={css.ground} data-status={status} />
      <RegionPattern status={status} />
    </svg>
  );
}

function RegionPattern({ status }: { readonly status: string }) {
  switch (status) {
    case 'AFFECTED':
      return <path className={css.stroke} d="M4 4 12 12 M12 4 4 12" />;
    case 'SUSPECTED':
      return <path className={css.stroke} d="M5.5 6 A2.5 2.5 0 1 1 8 8.5 V10 M8 12.2 v.3" />;
    case 'RECOVERING':
      return <path className={css.stroke} d="M8 12.5 V4 M4.5 7.5 8 4 11.5 7.5" />;
    case 'RESTORED':
      return <path className={css.stroke} d="M3.5 8.5 6.8 11.8 12.5 4.8" />;
    default:
      return <path className={css.stroke} d="M4 8 H12" />;
  }
}
