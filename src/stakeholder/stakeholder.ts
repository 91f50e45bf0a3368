import { describedEnum } from '../kernel/enum';

export const StakeholderKind = describedEnum(
  'StakeholderKind',
  'What a stakeholder is. Public authorities are named one by one.',
  {
    ARS: 'Agence régionale de santé: regional health agency, one per region.',
    ARS_ZONE: 'ARS de zone: the regional health agency of a defence and security zone.',
    DGS_CCS: 'Direction générale de la santé, Centre de crises sanitaires: the national health crisis centre.',
    HFDS: 'Haut fonctionnaire de défense et de sécurité: senior defence and security official of the social ministries.',
    ANSSI: "Agence nationale de la sécurité des systèmes d'information: national cybersecurity agency.",
    CERT_SANTE: 'CERT Santé: the response team of the health sector.',
    ANSM: 'Agence nationale de sécurité du médicament et des produits de santé: medicines agency.',
    PREFECTURE: 'Préfecture of a department or region.',
    PREFECTURE_ZONE: 'Préfecture of a defence and security zone.',
    CNIL: "Commission nationale de l'informatique et des libertés: data protection authority.",
    PARQUET: 'Parquet: public prosecutor.',
    POLICE: 'A service of the national police.',
    GENDARMERIE: 'A service of the gendarmerie or of the interior ministry.',
    CSIRT_REGIONAL: 'A regional incident response centre.',
    OPERATOR: 'An operator: who runs what an incident hits.',
    PHARMACY: 'Officine: a pharmacy, or pharmacies as a group.',
    RESPONSE_PROVIDER: 'A firm that responds to incidents for its client.',
    BRANCH: 'A branch of an operator.',
    OTHER: 'None of these.',
  },
);
export type StakeholderKind = keyof typeof StakeholderKind;

export const Scope = describedEnum('Scope', 'How far the remit of a stakeholder reaches.', {
  NATIONAL: 'The whole country.',
  ZONAL: 'A defence and security zone.',
  REGIONAL: 'One region, or several.',
  DEPARTMENTAL: 'A department.',
  LOCAL: 'Less than a department.',
});
export type Scope = keyof typeof Scope;
