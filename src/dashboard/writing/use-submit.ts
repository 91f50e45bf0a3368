import type { TypedDocumentNode } from '@apollo/client';
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useState } from 'react';
import { codeOf, inputPathOf, messageOf } from '../api/faults';
import { useSignedIn } from '../session/context';
import { ownKey } from '../session/own';
import { forgetKey, idempotencyKey } from './idempotency';
import { useAskAgain } from './writing';

export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly inputPath: readonly string[];
}

interface Options<Input, Data> {
  /** Of the draft: under it, what is sent again is known again. */
  readonly name: string;
  readonly mutation: TypedDocumentNode<Data, { input: Input }>;
  onDone(data: Data): void;
}

export interface Submit<Input> {
  readonly isSending: boolean;
  readonly failure: Failure | null;
  send(input: Omit<Input, 'idempotencyKey'>): Promise<void>;
  /** Says no more why it failed. */
  forget(): void;
}

/**
 * Sends a command so that sending it twice does it once; a conflict makes the page look again, and a refusal ask again what
 * may be done.
 */
export function useSubmit<Input, Data>({ name, mutation, onDone }: Options<Input, Data>): Submit<Input> {
  const apollo = useApolloClient();
  const { viewer } = useSignedIn();
  const askAgain = useAskAgain();
  const place = ownKey(viewer, 'sent', name);
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async (given: Omit<Input, 'idempotencyKey'>) => {
    if (isSending) return;
    setSending(true);
    setFailure(null);
    try {
      const input = { ...given, idempotencyKey: idempotencyKey(place, given) } as Input;
      const { data } = await apollo.mutate({ mutation, variables: { input } } as Parameters<typeof apollo.mutate>[0]);
      forgetKey(place);
      onDone(data as Data);
    } catch (error) {
      const code = codeOf(error);
      setFailure({ code, message: messageOf(error), inputPath: inputPathOf(error) });
      if (code === 'FORBIDDEN') askAgain();
      if (code === 'CONFLICT') await apollo.refetchQueries({ include: 'active' });
    } finally {
      setSending(false);
    }
  };
  const forget = useCallback(() => setFailure(null), []);
  return { isSending, failure, send, forget };
}
