import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import css from './writing.module.css';

interface Props {
  readonly action: string;
  /** What it is done to, for who hears the button by itself. */
  readonly about?: string;
  readonly title: string;
  readonly className?: string;
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a form over the page; what is typed stays in its draft when it is closed. */
export function FormDialog({ action, about, title, className = 'small', children }: Props) {
  const { t } = useTranslation();
  return (
    <DialogTrigger>
      <Button className={className}>
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
                {children(close)}
              </>
            )}
          </Dialog>
        </Modal>
      </ModalOverlay>
    </DialogTrigger>
  );
}
