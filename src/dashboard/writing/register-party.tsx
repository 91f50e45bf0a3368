import { useApolloClient } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import {
  RegisterStakeholderDocument,
  type RegisterStakeholderMutation,
  type Scope,
  type StakeholderKind,
  StakeholdersDocument,
} from '../api/generated';
import { useSignedIn } from '../session/context';
import { folded } from '../words/folded';
import { CommandForm } from './command-form';
import { Choice, Text } from './fields';
import { FormDialog } from './form-dialog';
import { useCommand } from './use-command';

/** The national authorities and the agencies are in every registry. */
const kinds: readonly StakeholderKind[] = [
  ...(['OPERATOR', 'BRANCH', 'PHARMACY', 'RESPONSE_PROVIDER', 'PREFECTURE', 'PREFECTURE_ZONE'] as const),
  ...(['CSIRT_REGIONAL', 'GENDARMERIE', 'POLICE', 'PARQUET', 'OTHER'] as const),
];
const scopes: readonly Scope[] = ['NATIONAL', 'ZONAL', 'REGIONAL', 'DEPARTMENTAL', 'LOCAL'];

interface Props {
  readonly onRegistered: (id: string) => void;
}

/** Where who is looked for is not in the registry. */
export function RegisterParty({ onRegistered }: Props) {
  const { t } = useTranslation();
  const { viewer } = useSignedIn();
  if (!viewer.permissions.includes('STAKEHOLDER_REGISTER')) return null;
  return (
    <FormDialog action={t('write.registerParty')} title={t('write.registerParty')} className="quiet small">
      {(close) => <Form {...{ onRegistered, close }} />}
    </FormDialog>
  );
}

function Form({ onRegistered, close }: Props & { readonly close: () => void }) {
  const { t } = useTranslation();
  const add = useAdd();
  const command = useCommand({
    ...{ name: 'register', mutation: RegisterStakeholderDocument },
    initial: { name: '', code: '', kind: 'OPERATOR', scope: 'NATIONAL' },
    onDone: ({ registerStakeholder: { stakeholder } }) => {
      close();
      if (!stakeholder) return;
      add(stakeholder);
      onRegistered(stakeholder.id);
    },
  });
  const { fields, field } = command;
  const code = fields.code.trim() || codeOf(fields.name);
  const kind = fields.kind as StakeholderKind;
  const onSend = () => void command.send({ name: fields.name.trim(), code, kind, scope: fields.scope as Scope });
  return (
    <CommandForm {...{ command, onSend, action: t('write.register') }}>
      <Text {...field('name')} isRequired />
      <Text
        {...{ ...field('code'), hint: codeOf(fields.name) }}
        fault={!isCode(code) && fields.name !== '' && t('write.codeForm')}
      />
      <Choice {...field('kind')} words="stakeholderKind" options={kinds} />
      <Choice {...field('scope')} words="scope" options={scopes} />
    </CommandForm>
  );
}

type Registered = NonNullable<RegisterStakeholderMutation['registerStakeholder']['stakeholder']>;

/** To those that can be chosen, without asking for all of them again. */
function useAdd() {
  const { cache } = useApolloClient();
  return (node: Registered) => {
    cache.updateQuery({ query: StakeholdersDocument }, (before) => {
      if (!before) return before;
      const { edges } = before.stakeholders;
      const edge = { __typename: 'StakeholderEdge' as const, node };
      return { ...before, stakeholders: { ...before.stakeholders, edges: [...edges, edge] } };
    });
  };
}

function isCode(text: string): boolean {
  return text.length <= 40 && /^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(text);
}

/** What the registry may know it by, unless another code is given. */
function codeOf(name: string): string {
  const plain = folded(name).toUpperCase();
  return plain
    .replace(/[^A-Z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-|-$/g, '');
}
