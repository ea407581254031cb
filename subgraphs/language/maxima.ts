// Generated from schema/maxima.yaml by "npm run compose": change it there.

export const maxima = {
  /** Of the body of a request of the gateway: bytes per request. */
  bodyBytes: 4_194_304,
  /** Of items of one page: items per request. */
  pageItems: 100,
  /** Of one page of what is held of a person: bytes per request. */
  personalDataBytes: 4_194_304,
  /** Of problems told at once: items per request. */
  problems: 50,
  /** Of one uploaded file: bytes per request. */
  uploadBytes: 10_485_760,
  /** Of one uploaded picture: pixels per request. */
  filePixels: 80_000_000,
  /** Of the width or the height of an uploaded picture: pixels per request. */
  fileSide: 30_000,
  /** Of one uploaded document: pages per request. */
  filePages: 200,
  /** Of packed parts in one uploaded document: items per request. */
  fileParts: 10_000,
  /** Of what one uploaded document unpacks to: bytes per request. */
  fileUnpackedBytes: 104_857_600,
  /** Of what an uploaded document unpacks to, by its length (up to 8 MiB whatever its length): times per request. */
  fileRatio: 100,
  /** Of pieces in which one uploaded file comes: items per request. */
  uploadPieces: 64,
  /** Of places to upload that are not used yet: items per caller. */
  openTickets: 50,
  /** Of looks at evidence that are not used and have not expired: items per caller. */
  openEvidenceRequests: 20,
  /** Of appeals that are not closed: items per caller. */
  openAppeals: 20,
  /** Of appeals by one code without an account: items an hour per point. */
  appealsOfPoint: 60,
  /** Of appeals by codes of one caller without an account: items an hour per caller. */
  appealsOfPasser: 6,
  /** Of submissions that have not ended: items per caller. */
  openSubmissions: 500,
  /** Of plans that wait for their turn: items per process. */
  plans: 512,
  /** Of plans of one caller that wait for their turn: items per caller. */
  plansOfOne: 128,
} as const;

/** How large something that a client sends may be; `values` and `depth` of JSON. */
export interface InputMaximum {
  readonly characters?: number;
  readonly items?: number;
  readonly values?: number;
  readonly depth?: number;
}

/** By coordinate of the SDL, by name, or by type. */
export const inputMaxima: Readonly<Record<string, InputMaximum>> = {
  '[]': { items: 100 },
  String: { characters: 1_000 },
  ID: { characters: 200 },
  JSON: { characters: 200_000, values: 5_000, depth: 12 },
  Date: { characters: 10 },
  DateTime: { characters: 40 },
  RegionCode: { characters: 12 },
  PartyRole: { characters: 64 },
  idempotencyKey: { characters: 255 },
  search: { characters: 100 },
  after: { characters: 500 },
  fileName: { characters: 255 },
  contentType: { characters: 100 },
  sha256: { characters: 64 },
  parties: { items: 20 },
  answers: { items: 200 },
  facts: { items: 200 },
  held: { items: 100 },
  evidence: { items: 200 },
  consents: { items: 100 },
  'EvidenceInput.licences': { items: 20 },
  'AnswerInput.value': { characters: 1_000, values: 20, depth: 2 },
  'PartyInput.roles': { items: 10 },
  'PartyInput.name': { characters: 100 },
  photos: { items: 9 },
  'ProposeAppealClassChangeInput.path': { items: 12, characters: 200 },
  'ProposeAppealClassChangeInput.value': { characters: 20_000, values: 500, depth: 8 },
  'OpenAppealAtInput.text': { characters: 500 },
  'DeliverAppealsInput.appeals': { items: 200 },
  'DeliveredAppealInput.number': { characters: 100 },
  'AcknowledgeNoticesInput.receipts': { items: 200 },
};
