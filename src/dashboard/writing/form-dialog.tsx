import { createContext, type ReactNode, useMemo, useRef } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useWayBack } from './way-back';
import css from './writing.module.css';

interface Props {
  readonly action: string;
  /** What it is done to, for who hears the button by itself. */
  readonly about?: string;
  readonly title: string;
  /** What the form is, whatever it is about; absent if its button says that. */
  readonly kind?: string;
  readonly className?: string;
  readonly children: (close: () => void) => ReactNode;
}

/** The form in which something is: what it is, whatever it is about, and whether it is open. */
export interface InDialog {
  readonly kind: string;
  readonly isOpen: () => boolean;
}

export const InDialogContext = createContext<InDialog | undefined>(undefined);

/** A form that does something to one thing: its button and its title say to which. */
export function DialogAbout({ about, ...form }: Omit<Props, 'title' | 'about'> & { readonly about: string }) {
  const { t } = useTranslation();
  return <FormDialog {...form} about={about} title={`${form.action}${t('app.colon')}${about}`} />;
}

/** A button that opens a form over the page; what is typed stays in its draft when it is closed. */
export function FormDialog({ action, about, title, kind = action, className = 'small', children }: Props) {
  const { t } = useTranslation();
  const button = useRef<HTMLButtonElement>(null);
  const { isOpen, onOpenChange, onLeft } = useWayBack(button);
  const inDialog = useMemo(() => ({ kind, isOpen }), [kind, isOpen]);
  return (
    <DialogTrigger onOpenChange={onOpenChange}>
      <Button ref={button} className={className} onBlur={onLeft}>
        {action}
        {about && <span className="hidden"> – {about}</span>}
      </Button>
      <ModalOverlay className={css.overlay ?? ''} isDismissable>
        <Modal className={css.modal ?? ''}>
          <Dialog className={css.dialog ?? ''}>
            {({ close }) => (
              <>
                <div className={css.dialogHead}>
                  <Heading slot="title" level={2}>
                    {title}
                  </Heading>
                  <Button className="quiet" onPress={close}>
                    {t('write.close')}
                  </Button>
                </div>
                <InDialogContext value={inDialog}>{children(close)}</InDialogContext>
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
