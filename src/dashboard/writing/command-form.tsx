import { type FormEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useTellUnsent } from './closed-unsent';
import { Conflict, Outcome, Refusable } from './outcome';
import { onShortcut } from './shortcut';
import { useOver } from './use-over';
import type { Failure } from './use-submit';
import css from './writing.module.css';

interface Props {
  readonly command: {
    readonly name: string;
    readonly version: number;
    readonly isKept: boolean;
    readonly isSending: boolean;
    readonly isLeft: boolean;
    readonly failure: Failure | null;
    rebase(version: number): void;
    clear(): void;
  };
  /** The thing that is changed, as it is recorded now. */
  readonly recorded?: { readonly version: number; readonly words: readonly string[] };
  /** What was typed; without it, nothing can be put over what somebody else wrote. */
  readonly yours?: readonly string[];
  /** What the button says. */
  readonly action?: string;
  readonly canSend?: boolean;
  readonly onSend: () => void;
  readonly children: ReactNode;
}

/** The fields of a command; if somebody else changed the thing meanwhile, both versions are shown. */
export function CommandForm({ command, recorded, yours, action, canSend = true, onSend, children }: Props) {
  const { t } = useTranslation();
  const { isKept, isSending, isLeft, failure, version } = command;
  useTellUnsent(command.name, isKept && !isSending);
  const other = recorded && !isSending && recorded.version !== version ? recorded : null;
  const form = useRef<HTMLFormElement>(null);
  const keepMine = useOver(form, command);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A form that was opened from within another is a part of it to React.
    event.stopPropagation();
    onSend();
  };
  return (
    <form {...{ ref: form, className: css.form, onSubmit: submit, onKeyDown: onShortcut }}>
      <Refusable failure={failure}>
        {children}
        {other && (
          <Conflict {...{ theirs: other.words, yours, onTake: command.clear }} onKeep={() => keepMine(other.version)} />
        )}
        {/* Of what is changed, both versions are shown instead. */}
        {!other && !(recorded && failure?.code === 'CONFLICT') && <Outcome failure={failure} />}
      </Refusable>
      <div className={css.buttons}>
        <button type="submit" className="primary" disabled={other !== null || !canSend} aria-disabled={isSending}>
          {isSending ? t('write.sending') : (action ?? t('write.save'))}
        </button>
        <span className={css.muted}>{t('write.shortcutToSend')}</span>
        <span role="status">{isLeft && t('write.left')}</span>
        {isKept && <span className={css.muted}>{t('write.draft')}</span>}
      </div>
    </form>
  );
}
