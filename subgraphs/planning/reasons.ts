import { documentTitle } from '../language/document-title.ts';
import type { PhotoBackground, PhotoFact, PhotoFacts } from '../language/photo-facts.ts';
import type { Localized } from '../language/text.ts';
import type { MatterInstance, Row } from './expansion.ts';
import type { Identity } from './identity.ts';
import type { NameParty } from './party-names.ts';
import type { LegalBasis, Requirement, Source } from './types.ts';

/** `父亲、母亲的居民身份证` / `Resident identity card of father and mother`; what is not interchangeable in brackets. */
export function titleOf({ documentType, parties, spec, photo }: Identity, nameParty: NameParty): Localized {
  const { zh, en } = documentType.name;
  const photograph = photo === null ? [] : factsOf(photo).map((fact) => asked(fact, photo));
  const variant = [...(spec === null ? [] : [{ zh: spec, en: spec }]), ...photograph];
  if (variant.length === 0) return documentTitle(parties.map(nameParty), { zh, en });
  const name = {
    zh: `${zh}（${variant.map((each) => each.zh).join('，')}）`,
    en: `${en} (${variant.map((each) => each.en).join(', ')})`,
  };
  return documentTitle(parties.map(nameParty), name);
}

const inFacts: ReadonlyArray<PhotoFact> = ['width', 'height', 'background', 'kib', 'printWidthMm', 'printHeightMm'];
const factsOf = (photo: PhotoFacts): ReadonlyArray<PhotoFact> => inFacts.filter((fact) => photo[fact] !== null);
const photoFact: Readonly<Record<PhotoFact, Localized>> = {
  width: { zh: '宽', en: 'width' },
  height: { zh: '高', en: 'height' },
  background: { zh: '背景', en: 'background' },
  kib: { zh: '文件大小', en: 'file size' },
  printWidthMm: { zh: '冲印宽', en: 'printed width' },
  printHeightMm: { zh: '冲印高', en: 'printed height' },
};
const backgrounds: Readonly<Record<PhotoBackground, Localized>> = {
  WHITE: { zh: '白色', en: 'white' },
  BLUE: { zh: '蓝色', en: 'blue' },
  RED: { zh: '红色', en: 'red' },
};
const units: Readonly<Record<Exclude<PhotoFact, 'background'>, Localized>> = {
  width: { zh: '像素', en: 'pixels' },
  height: { zh: '像素', en: 'pixels' },
  kib: { zh: 'KB', en: 'KB' },
  printWidthMm: { zh: '毫米', en: 'mm' },
  printHeightMm: { zh: '毫米', en: 'mm' },
};

/** `白色`, `358像素`, `14至20KB`, `至多20KB`. */
function photoValue(fact: PhotoFact, photo: PhotoFacts): Localized {
  if (fact === 'background') return photo.background === null ? { zh: '', en: '' } : backgrounds[photo.background];
  const { least, most } = photo[fact] ?? { least: null, most: null };
  const unit = units[fact];
  const said = (zh: string | number, en: string | number): Localized => ({
    zh: `${zh}${unit.zh}`,
    en: `${en} ${unit.en}`,
  });
  if (least === most) return said(least ?? '', least ?? '');
  if (least === null) return said(`至多${most}`, `at most ${most}`);
  return most === null ? said(`至少${least}`, `at least ${least}`) : said(`${least}至${most}`, `${least} to ${most}`);
}

/** `宽358像素` / `width 358 pixels`. */
function asked(fact: PhotoFact, photo: PhotoFacts): Localized {
  const [name, value] = [photoFact[fact], photoValue(fact, photo)];
  return { zh: `${name.zh}${value.zh}`, en: `${name.en} ${value.en}` };
}

const matterName = ({ member }: MatterInstance): Localized => member.title;

function lawOf(basis: LegalBasis | null): Localized {
  if (!basis) return { zh: '', en: '' };
  const text = `${basis.title}${basis.article ?? ''}`;
  return { zh: `依据：${text}。`, en: ` Basis: ${text}.` };
}

/** Somebody of whom nothing but their being concerned is known. */
export const somebody: Localized = { zh: '当事人', en: 'person concerned' };
/** One of several in a role, counted from one. */
export const oneOfSeveral = ({ zh, en }: Localized, number: number): Localized => ({
  zh: `${zh}（${inChinese(number)}）`,
  en: `${en} ${number}`,
});
/** Of two with one name, in what role. */
export const namedAs = (name: string, role: Localized): Localized => ({
  zh: `${name}（${role.zh}）`,
  en: `${name} (${role.en})`,
});

export const ofDepartment = (matter: Localized, department: Localized): Localized => ({
  zh: `${matter.zh}（${department.zh}）`,
  en: `${matter.en} (${department.en})`,
});

/** 1 to 99 as 一, 十, 十一, 二十, 九十九. */
function inChinese(number: number): string {
  const digits = '零一二三四五六七八九';
  if (number > 99) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
}

/** Why a field cannot hold a value that an answer excludes. */
export const asAnswered = ({ zh, en }: Localized): Localized => ({
  zh: `与您对“${zh}”的回答不一致`,
  en: `it disagrees with your answer to "${en}"`,
});

/** The one form's own name. */
export const formTitle = ({ zh, en }: Localized): Localized => ({
  zh: `${zh}联办事项申请表`,
  en: `Application for: ${en}`,
});

/** Sentences that tell a citizen what became of a row. */
export const reasons = {
  kept: (row: Row, title: Localized): Localized => ({
    zh: `“${row.instance.member.title.zh}”需要${title.zh}，请提交。${lawOf(row.requirement.legalBasis).zh}`,
    en: `"${row.instance.member.title.en}" needs it: please supply ${title.en}.${lawOf(row.requirement.legalBasis).en}`,
  }),
  merged: (title: Localized): Localized => ({
    zh: `与清单中的${title.zh}是同一份材料，只需提交一次。`,
    en: `The same document as ${title.en} in the list: supplied once.`,
  }),
  deferred: (title: Localized, { workingDays, consequences }: NonNullable<Requirement['deferral']>): Localized => ({
    zh: `${title.zh}可在受理后${workingDays}个工作日内补交；逾期：${consequences.zh}`,
    en: `${title.en} may follow within ${workingDays} working days; if it does not: ${consequences.en}`,
  }),
  committed: ({ consequences }: NonNullable<Requirement['commitment']>): Localized => ({
    zh: `您选择以告知承诺代替证明材料；承诺不实的：${consequences.zh}`,
    en: `You chose the signed commitment instead of the document; if it proves untrue: ${consequences.en}`,
  }),
  shared: (source: Source | null, basis: LegalBasis | null): Localized =>
    source === null
      ? { zh: '您的卡包中已有该材料，无需再交。', en: 'Your wallet already holds it; nothing to supply.' }
      : {
          zh: `由“${source.name.zh}”共享${source.requiresConsent ? '（需您授权同意）' : ''}，无需提交。${lawOf(basis).zh}`,
          en: `Supplied by "${source.name.en}"${source.requiresConsent ? ' with your consent' : ''}; nothing to supply.${lawOf(basis).en}`,
        },
  waived: (basis: LegalBasis | null): Localized => ({
    zh: `该材料免提交。${lawOf(basis).zh}`,
    en: `Waived: nothing to supply.${lawOf(basis).en}`,
  }),
  /** Why one photograph does not do for this line and for the other. */
  apart: (other: Localized, here: PhotoFacts, there: PhotoFacts, facts: ReadonlyArray<PhotoFact>): Localized => ({
    zh: `与清单中的${other.zh}不能使用同一张照片：${facts.map((fact) => `此处${asked(fact, here).zh}，另一处${photoValue(fact, there).zh}`).join('；')}。请分别准备。`,
    en: `One photograph does not do for this and for ${other.en} in the list: ${facts.map((fact) => `${asked(fact, here).en} here, ${photoValue(fact, there).en} there`).join('; ')}. Prepare one for each.`,
  }),
  andRefused: ({ zh, en }: Localized): Localized => ({
    zh: `${zh}您未同意数据共享，因此需要自行提交。`,
    en: `${en} You refused the sharing, so it is asked for.`,
  }),
  andInstead: ({ zh, en }: Localized, lacked: Localized): Localized => ({
    zh: `${zh}当事人没有${lacked.zh}，以此代替。`,
    en: `${en} It stands in for a document that those concerned have not got: ${lacked.en}.`,
  }),
  andOtherwise: ({ zh, en }: Localized, basis: LegalBasis): Localized => ({
    zh: `${zh}本次联办对该材料另有规定。${lawOf(basis).zh}`,
    en: `${en} This event has the row otherwise than its department.${lawOf(basis).en}`,
  }),
  produced: (by: MatterInstance): Localized => ({
    zh: `由本次联办的“${matterName(by).zh}”办出并直接转交，无需提交。`,
    en: `Issued by "${matterName(by).en}" in this event and passed on; nothing to supply.`,
  }),
  generated: { zh: '由“一张表单”自动生成，无需另填。', en: 'Filled from the one form; nothing to fill in again.' },
  matterNotNeeded: (row: Row): Localized => ({
    zh: `按您的情况不需要办理“${row.instance.member.title.zh}”。`,
    en: `Your situation does not need "${row.instance.member.title.en}".`,
  }),
  notEntitled: ({ instance: { member, failed } }: Row): Localized => ({
    zh: `“${member.title.zh}”不予受理：${failed.map(({ reasons, legalBasis }) => `${reasons.zh}${lawOf(legalBasis).zh}`).join('')}`,
    en: `No entitlement to "${member.title.en}": ${failed.map(({ reasons, legalBasis }) => `${reasons.en}${lawOf(legalBasis).en}`).join(' ')}`,
  }),
  nobodyHas: {
    zh: '按您的情况，当事人没有该材料，也没有可以代替的材料，不需要提交。',
    en: 'In your situation those concerned have neither this document nor one that stands in for it; nothing to supply.',
  },
  rowNotNeeded: { zh: '按您的情况不需要该材料。', en: 'Your situation does not need it.' },
} as const;
