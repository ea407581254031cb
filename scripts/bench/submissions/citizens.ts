import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importJWK, type JWK, SignJWT } from 'jose';
import type { Pool } from 'undici';
import { newbornAnswers, newbornApplicant, newbornFormOn, newbornParties } from '../../newborn-example.ts';

export const newborn = { code: 'newborn', region: '330381000000' };

/** What a client is told over HTTP. `retryAfter`: in seconds, where the answer says so. */
export interface Told {
  readonly status: number;
  readonly body: { readonly data?: Record<string, unknown> | null; readonly errors?: ReadonlyArray<ErrorTold> };
}
interface ErrorTold {
  readonly message: string;
  readonly extensions?: { readonly code?: string; readonly retryAfter?: number };
}

export async function post(to: Pool, token: string, query: string, variables: object): Promise<Told> {
  const answer = await to.request({
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  return { status: answer.statusCode, body: (await answer.body.json()) as Told['body'] };
}

/** Signs as the development issuer of a data folder: each citizen has an account of their own, in the name of the example's mother. */
export async function createTokens(data: string): Promise<(subject: string) => Promise<string>> {
  const key = JSON.parse(readFileSync(join(data, 'development-issuer.json'), 'utf8')) as JWK;
  const { issuer } = JSON.parse(readFileSync(join(data, 'dev-tokens.json'), 'utf8')) as { readonly issuer: string };
  const imported = await importJWK(key, 'ES256');
  const { name, identityNumber } = newbornApplicant;
  return (subject) =>
    new SignJWT({ kind: 'CITIZEN', name, identity_number: identityNumber })
      .setProtectedHeader({ alg: 'ES256' })
      .setSubject(subject)
      .setIssuer(issuer)
      .setAudience('yijianshi')
      .setIssuedAt()
      .setExpirationTime('1d')
      .sign(imported);
}

export interface Planned {
  readonly id: string;
  readonly materials: ReadonlyArray<{ readonly id: string }>;
  readonly sources: ReadonlyArray<{ readonly code: string; readonly requiresConsent: boolean }>;
}

const minutesOfDay = 1440;
/** Of the example's, which is twenty days ago: none is a month ago, and every mother is at home again. */
const daysOfBirth = { earliest: -7, count: 20 };
/** Of identity numbers, for one day, place and sex. */
const ofOneDay = 499;
/** Of these submissions, so many can be carried to their end: more have no identity number. */
export const mostNewborns = ofOneDay * daysOfBirth.count;
const firstOfNames = 0x4e00;

/**
 * The newborn event of another child for each number, by name and by day and minute of its birth: as many a day as there are identity numbers. `upload`: of
 * its first material. */
export function submissionOf(number: number, key: string, plan: Planned, upload: string | null): object {
  const day = daysOfBirth.earliest + (Math.floor(number / ofOneDay) % daysOfBirth.count);
  const form = newbornFormOn(Date.now() + day * 86_400_000);
  const minute = number % minutesOfDay;
  const time = [Math.floor(minute / 60), minute % 60].map((each) => String(each).padStart(2, '0')).join(':');
  const name = `陈${String.fromCodePoint(firstOfNames + (number % 2000), firstOfNames + Math.floor(number / 2000))}`;
  return {
    idempotencyKey: key,
    lifeEvent: newborn.code,
    region: newborn.region,
    planId: plan.id,
    answers: newbornAnswers,
    parties: newbornParties,
    form: { ...form, baby: { ...form.baby, name, 'birth-time': time } },
    evidence: plan.materials.map(({ id }, index) =>
      index === 0 && upload !== null ? { material: id, upload } : { material: id, bringToCounter: true },
    ),
    consents: plan.sources
      .filter(({ requiresConsent }) => requiresConsent)
      .map(({ code }) => ({ source: code, granted: true })),
  };
}

const create =
  'mutation ($input: CreateUploadInput!) { createUpload(input: $input) { upload { id url } problems { code } } }';

/** A small file that has been announced and not been put. */
export interface AnnouncedUpload {
  readonly id: string;
  readonly url: string;
  readonly content: Buffer;
}

/** A small file of nobody else's. Throws where it is not taken. */
export async function announce(to: Pool, token: string, number: number): Promise<AnnouncedUpload> {
  const objects = `1 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n% ${number}\n`;
  const content = Buffer.from(`%PDF-1.7\n%\xe2\xe3\xcf\xd3\n${objects}\ntrailer << >>\n%%EOF\n`, 'latin1');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const input = { fileName: `${number}.pdf`, contentType: 'application/pdf', bytes: content.length, sha256 };
  const { body } = await post(to, token, create, { input });
  const created = body.data?.createUpload as { upload: { id: string; url: string } | null } | undefined;
  if (!created?.upload) throw new Error(JSON.stringify(body));
  return { ...created.upload, content };
}

/** As a browser does. Throws where it is not taken; that it is there already is no fault. */
export async function put(to: Pool, { url, content }: AnnouncedUpload): Promise<void> {
  const headers = { 'content-type': 'application/pdf' };
  const answer = await to.request({ method: 'PUT', path: url, headers, body: content });
  const said = await answer.body.text();
  if (answer.statusCode !== 201 && !said.includes('UPLOAD_REPEATED')) throw new Error(`${answer.statusCode} ${said}`);
}

/** Both; its id. */
export async function upload(to: Pool, token: string, number: number): Promise<string> {
  const announced = await announce(to, token, number);
  await put(to, announced);
  return announced.id;
}
