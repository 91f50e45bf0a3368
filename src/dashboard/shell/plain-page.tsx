import type { ReactNode } from 'react';
import { PageHeading } from './page-heading';
import css from './plain-page.module.css';
import { TopBar } from './top-bar';

interface Props {
  readonly title: string;
  readonly link?: ReactNode;
  readonly children: ReactNode;
}

/** A page with little to say: that something is on its way, or that there is nothing. */
export function PlainPage({ title, link, children }: Props) {
  return (
    <>
      <TopBar>{link}</TopBar>
      <main id="content" tabIndex={-1} className={css.page}>
        <PageHeading>{title}</PageHeading>
        {children}
      </main>
    </>
  );
}
