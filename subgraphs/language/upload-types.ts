/** Media types (RFC 6838) of files that are taken as evidence, each with how names of such files end. What is not here is not taken. */
export const uploadTypes = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
  'application/ofd': ['.ofd'],
} as const satisfies Readonly<Record<string, ReadonlyArray<string>>>;

export type UploadType = keyof typeof uploadTypes;
