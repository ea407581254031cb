// Generated from schema/maxima.yaml by "npm run compose": change it there.

export const maxima = {
  /** Of the body of a GraphQL request: bytes per request. */
  bodyBytes: 2_097_152,
  /** Of a file passed on to a subgraph: bytes per request. */
  uploadBytes: 20_971_520,
  /** Of files being taken in at once: requests per process. */
  uploadsUnderWay: 8,
  /** Of files being taken in at once from one address: requests per address. */
  uploadsOfOne: 2,
  /** Of requests whose file's place is being asked for at once: requests per process. */
  uploadQuestions: 256,
  /** Of requests of one address whose file's place is being asked for at once: requests per address. */
  uploadQuestionsOfOne: 64,
  /** Of files being given out at once: requests per process. */
  downloadsUnderWay: 64,
  /** Of files being given out at once to one address: requests per address. */
  downloadsOfOne: 4,
  /** Of a body that arrives uncounted: bytes per request. */
  smallBody: 65_536,
  /** Of larger bodies that are arriving: bytes per process. */
  bodiesBytes: 268_435_456,
  /** Of larger bodies that are arriving from one address: bytes per address. */
  bodiesBytesOfOne: 67_108_864,
  /** Of one answer of a subgraph, decompressed: bytes per request. */
  responseBytes: 16_777_216,
  /** Of operations being answered at once: requests per process. */
  underWay: 512,
  /** Of operations being answered at once for one caller, or for one address of nobody: requests per caller. */
  underWayOfOne: 256,
  /** Of connections from one address: connections per address. */
  connectionsOfOne: 2_048,
  /** Of connections: connections per process. */
  connections: 4_096,
  /** Of event streams: streams per process. */
  streams: 4_096,
  /** Of event streams of one caller: streams per caller. */
  streamsOfOne: 8,
  /** Of what a client has yet to take from an event stream: bytes per request. */
  streamBytes: 1_048_576,
  /** Of texts of operations kept by their hash: bytes per process. */
  persistedBytes: 16_777_216,
  /** Of callers whose pseudonym is remembered: callers per process. */
  callersRemembered: 1_000,
  /** Of levels of fields: levels per operation. */
  depth: 40,
  /** Of aliases: names per operation. */
  aliases: 100,
  /** Of directives: names per operation. */
  directives: 200,
  /** Of root fields: names per operation. */
  rootFields: 50,
  /** Of words, names and signs: words per operation. */
  tokens: 15_000,
  /** Of the difficulty of planning that is estimated: points per operation. */
  difficulty: 100_000,
} as const;
