import type { TypedDocumentNode } from '@apollo/client';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Draft, type Fields, useDraft } from './draft';
import { type Submit, useSubmit } from './use-submit';

interface Options<Some extends Fields, Input, Data> {
  readonly name: string;
  readonly mutation: TypedDocumentNode<Data, { input: Input }>;
  readonly initial: Some;
  /** Of the thing that it changes, if it changes one. */
  readonly version?: number;
  onDone(data: Data): void;
}

export interface Command<Some extends Fields, Input> extends Draft<Some>, Submit<Input> {
  /** It was sent, and something was typed meanwhile. */
  readonly isLeft: boolean;
  /** What a field takes that has this name among the words of the forms. */
  field(key: keyof Some & string): { label: string; value: string; onChange: (value: string) => void };
}

/** A form that is kept as a draft until it is sent. */
export function useCommand<Some extends Fields, Input, Data>({
  name,
  mutation,
  initial,
  version,
  onDone,
}: Options<Some, Input, Data>): Command<Some, Input> {
  const { t } = useTranslation();
  const draft = useDraft(name, initial, version);
  const sent = useRef(draft.fields);
  const [isLeft, setLeft] = useState(false);
  const submit = useSubmit<Input, Data>({
    ...{ name, mutation },
    onDone: (data: Data) => {
      const something = draft.settle(sent.current);
      setLeft(something);
      if (!something) onDone(data);
    },
  });
  const send: typeof submit.send = (input) => {
    if (submit.isSending) return Promise.resolve();
    sent.current = draft.fields;
    return submit.send(input);
  };
  const field = (key: keyof Some & string) => ({
    label: t(`write.${key}`),
    value: draft.fields[key] ?? '',
    onChange: (value: string) => draft.set({ [key]: value } as Partial<Some>),
  });
  return { ...draft, ...submit, send, isLeft, field };
}

/** Only what was said. */
export function said<Key extends string>(key: Key, value: string): { [K in Key]?: string } {
  return (value.trim() === '' ? {} : { [key]: value.trim() }) as { [K in Key]?: string };
}

/** Words for the main courante beside what is done, if there are any. */
export function inWords(text: string): { entry?: { text: string } } {
  return text.trim() === '' ? {} : { entry: { text: text.trim() } };
}
