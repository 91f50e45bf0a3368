import { z } from 'zod';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const position = z.object({ number: z.int().min(0), chainHash: hash });

/** The first line of an export; docs/chain.md tells what each field means. */
export const exportHeader = z.object({
  format: z.literal('cellule-journal'),
  version: z.literal(1),
  stream: z.guid(),
  incidentId: z.string().nullable(),
  reference: z.string().nullable(),
  viewer: z.object({
    kind: z.enum(['person', 'system', 'platform']),
    stakeholder: z.string().nullable(),
    personId: z.string().nullable(),
  }),
  exportedAt: z.iso.datetime(),
  /** Every line up to the head follows; if false, lines that the viewer cannot know of are absent. */
  complete: z.boolean(),
  head: position,
});
export type ExportHeader = z.infer<typeof exportHeader>;

/** The content of the line that declares an incident, as far as it tells of the header. */
export const declaration = z.looseObject({
  kind: z.literal('INCIDENT_DECLARED'),
  changes: z.array(z.looseObject({ field: z.string(), new: z.string().nullable() })),
});

/** Any further line of an export; a sealed one has no content. The marking is there if it is no longer the one in the content. */
export const exportLine = position
  .extend({
    contentHash: hash,
    content: z.looseObject({}).optional(),
    marking: z.object({ tlp: z.string(), audience: z.string() }).optional(),
  })
  .strict();
export type ExportLine = z.infer<typeof exportLine>;
