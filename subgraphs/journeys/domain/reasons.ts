import { own } from '../../language/own.ts';
import type { Localized } from '../../language/text.ts';
import type { UnverifiedKind } from './binding.ts';
import type { Payment } from './payment.ts';
import type { PreviewOutcome } from './preview.ts';
import type { ProvisionOutcome } from './provision.ts';
import type { ReceiptState, SubmissionState } from './states.ts';

/** Everything that a timeline or a filing tells the citizen of its own accord. */

export function received(receiptNumber: string): Localized {
  return { zh: `已收件，回执号 ${receiptNumber}。`, en: `Received under number ${receiptNumber}.` };
}
export const hardCaseOpened: Localized = {
  zh: '两个部门的要求互相排斥，已为您提起“办不成事”反映，由专门机构协调，办理情况见相关诉求。',
  en: 'What two departments want excludes each other. A case was opened for you and is being settled between them: see the appeals about this submission.',
};

/** `titles`: of the documents that it was to provide. */
export function consentWithdrawn(titles: ReadonlyArray<Localized>): Localized {
  if (titles.length === 0) return { zh: '已撤回对一个数据来源的同意。', en: 'Consent to a source was withdrawn.' };
  return {
    zh: `已撤回向数据来源查询“${titles.map(({ zh }) => zh).join('、')}”的同意。`,
    en: `Consent to obtain "${titles.map(({ en }) => en).join(', ')}" from its source was withdrawn.`,
  };
}
/** What somebody agrees to who grants a source. Whoever changes a word adds a version: what was agreed to stays told. */
export const consentTexts: Readonly<Record<string, Localized>> = {
  '1': {
    zh: '本人同意受理部门为办理本次申请，向该数据来源查询所列材料。',
    en: 'For this application the departments may obtain the documents named from this source.',
  },
  'preview-1': {
    zh: '本人同意在提交申请前向该数据来源查询所列材料，仅供本人查看核对。',
    en: 'Before I submit, this source may be asked for the documents named, for me alone to look at.',
  },
  'hand-over-1': {
    zh: '本人已查看该数据来源提供的材料，同意将其提交给需要它的受理部门。',
    en: 'I have looked at what this source provided, and hand it over to the departments that need it.',
  },
};
/** Why a field cannot hold another value than a document tells that was looked at and accepted. */
export const asAccepted: Localized = {
  zh: '与您已确认的查询结果不一致',
  en: 'it disagrees with what a source showed and you accepted',
};
/** Why a field is contradicted that the plan was made with. */
export const asToldBefore: Localized = {
  zh: '与制定方案时填写的不一致',
  en: 'it disagrees with what the plan was made with',
};
/** What is said of each document that was looked at before submitting. */
export const previews: Readonly<Record<PreviewOutcome, Localized>> = {
  FOUND: { zh: '已查到，请核对。', en: 'Found: please look at it.' },
  NOT_FOUND: {
    zh: '没有查到。提交时需自行提供，或拒绝该数据来源后重新获取方案。',
    en: 'Not found: plan again without this source and send the document yourself.',
  },
  NOT_MATCHED: {
    zh: '查到的信息与所填信息不一致，或不止一人。请核对所填信息。',
    en: 'What was found does not agree with what you wrote, or is of several people: look at what you wrote.',
  },
  REFUSED: {
    zh: '数据来源不予提供。请拒绝该数据来源后重新获取方案，自行提交材料。',
    en: 'The source does not provide it: plan again without the source and send the document yourself.',
  },
  UNFIT: {
    zh: '查到的材料已过期、过旧或可信等级不够，不能使用。',
    en: 'What was found has expired, is too old, or is of too low a grade to be used.',
  },
  LATER: { zh: '数据来源暂时无法答复，请稍后再查。', en: 'The source cannot tell yet: ask again later.' },
  NOT_ASKED: {
    zh: '您未同意查询该数据来源。请拒绝该数据来源后重新获取方案。',
    en: 'You did not agree to ask this source: refuse it and plan again.',
  },
  OF_ANOTHER: {
    zh: '该材料属于他人，不能预览；提交后由受理部门调取。',
    en: 'It is of somebody else and cannot be looked at; its department fetches it once you have submitted.',
  },
};
/** What is wrong with a field of the form. */
export const unfit = {
  longer: (most: number): Localized => ({ zh: `至多 ${most} 个字符`, en: `at most ${most} characters` }),
  shorter: (least: number): Localized => ({ zh: `至少 ${least} 个字符`, en: `at least ${least} characters` }),
  more: (most: number): Localized => ({ zh: `不大于 ${most}`, en: `${most} at most` }),
  less: (least: number): Localized => ({ zh: `不小于 ${least}`, en: `${least} at least` }),
  noneOf: (labels: ReadonlyArray<Localized>): Localized => ({
    zh: `应为以下之一：${labels.map(({ zh }) => zh).join('、')}`,
    en: `it has to be one of: ${labels.map(({ en }) => en).join(', ')}`,
  }),
  notListed: { zh: '不在可选的范围内', en: 'it is none of those to choose from' },
  noNumber: { zh: '请填写数字', en: 'give a number' },
  noDate: { zh: '请填写存在的日期，如 2026-01-31', en: 'give a date that exists, such as 2026-01-31' },
  otherwise: { zh: '格式不对', en: 'it is not written as it has to be' },
} as const;
/** In place of what was said of a submission that is erased. */
export const erased: Localized = { zh: '（内容已删除）', en: '(erased)' };
export const supplemented: Localized = { zh: '已提交补正内容。', en: 'The corrections were sent.' };

/** What a person has to look at before anything is approved. */
export const unverified: Readonly<Record<UnverifiedKind, Localized>> = {
  APPLICANT: {
    zh: '登录人与申请人是否为同一人尚未核实，由工作人员核验。',
    en: 'Whether the person who signed in is the applicant is not verified: staff look at it.',
  },
  MANDATE: {
    zh: '代办人的委托尚未核实，由工作人员核验。',
    en: 'Whether the agent has a mandate is not verified: staff look at it.',
  },
  RELATION: {
    zh: '申请人与当事人的关系尚未核实，由工作人员核验。',
    en: 'How the applicant stands to those concerned is not verified: staff look at it.',
  },
  CONSENT: {
    zh: '申请人已撤回对数据来源的同意，所缺材料由工作人员向申请人索取。',
    en: 'Consent to a source was withdrawn: staff ask the applicant for what it would have told.',
  },
  SECOND: {
    zh: '此人可能已办理过同一件事，由工作人员核对；如系重复申请，请撤回。',
    en: 'The same may have been applied for already for this person: staff look at it. If it was, take this one back.',
  },
  LICENCE: {
    zh: '所用证照的持证人无法与表单核对，由工作人员核验。',
    en: 'Whose a licence is cannot be told from the form: staff look at it.',
  },
  HELD: {
    zh: '申请人称已持有的证照尚未核实，由工作人员核验。',
    en: 'Whether documents said to be held are is not verified: staff look at it.',
  },
};

/** Where a submission comes to a stand. */
export const stands: Readonly<Partial<Record<SubmissionState, Localized>>> = {
  COMPLETED: { zh: '全部事项已办结。', en: 'Every matter is completed.' },
  PARTLY_COMPLETED: {
    zh: '部分事项已办结，其余不予办理。',
    en: 'Some matters are completed; the others were refused.',
  },
  REFUSED: { zh: '不予办理。', en: 'Refused.' },
  WITHDRAWN: { zh: '已撤回。', en: 'Withdrawn.' },
  NEEDS_CORRECTION: {
    zh: '需要补正，请一次性补齐所列内容。',
    en: 'Corrections are needed: send all that is listed in one go.',
  },
};

/** Of a receipt that says nothing itself. */
export const receipts: Readonly<Record<ReceiptState, Localized>> = {
  SUBMITTED: { zh: '部门已收到，等待受理。', en: 'The department has it and will look at it.' },
  ACCEPTED: { zh: '部门已受理。', en: 'The department has accepted it.' },
  AWAITING_PAYMENT: { zh: '部门已审核，等待缴费。', en: 'The department has looked at it: it waits to be paid.' },
  NEEDS_CORRECTION: { zh: '部门要求补正。', en: 'The department asks for corrections.' },
  APPROVED: { zh: '已办结。', en: 'Completed.' },
  REFUSED: { zh: '部门不予办理。', en: 'The department refused it.' },
  WITHDRAWN: { zh: '已撤回。', en: 'Withdrawn.' },
};

/** `from`: ISO date of the first day after it. */
export function waitsUntil(wait: Localized, from: string): Localized {
  return {
    zh: `“${wait.zh}”的等待期未满，自 ${from} 起自动移交部门办理，您无需操作。`,
    en: `"${wait.en}" is not over: its department gets it by itself from ${from} on, you need do nothing.`,
  };
}
export function delayed(department: Localized): Localized {
  return {
    zh: `${department.zh}暂时没有答复，将自动重试，您无需操作。`,
    en: `${department.en} does not answer at present; it is tried again by itself, you need do nothing.`,
  };
}
export function sourceDelayed(department: Localized): Localized {
  return {
    zh: `${department.zh}的数据暂时无法查询，将自动重试，您无需操作。`,
    en: `The records of ${department.en} cannot be looked up at present; it is tried again by itself, you need do nothing.`,
  };
}
export const notAllProvided: Localized = {
  zh: '有材料未能由部门数据提供，请自行提交。',
  en: 'The records of departments do not have all of the documents: please send them yourself.',
};
type WhyNotProvided = Exclude<ProvisionOutcome, 'FOUND' | 'SUPPLIED'>;
/** Why the citizen is asked for a document that a source was to provide. */
export const notProvided: Readonly<Record<WhyNotProvided, (source: Localized, title: Localized) => Localized>> = {
  NOT_FOUND: (source, title) => ({
    zh: `${source.zh}没有查到“${title.zh}”，请自行提交。`,
    en: `${source.en} has no "${title.en}": please send it yourself.`,
  }),
  NOT_MATCHED: (source, title) => ({
    zh: `${source.zh}查到的“${title.zh}”与所填信息不一致，或不止一人，请自行提交。`,
    en: `What ${source.en} has as "${title.en}" does not agree with the form, or is of several people: please send it yourself.`,
  }),
  REFUSED: (source, title) => ({
    zh: `${source.zh}不予提供“${title.zh}”，请自行提交。`,
    en: `${source.en} does not provide "${title.en}": please send it yourself.`,
  }),
  UNFIT: (source, title) => ({
    zh: `${source.zh}的“${title.zh}”已过有效期、开具过早或可信等级不够，请自行提交。`,
    en: `The "${title.en}" of ${source.en} is out of date, too old or of too low a grade: please send another yourself.`,
  }),
  OUT: (source, title) => ({
    zh: `${source.zh}的数据长时间无法查询，请自行提交“${title.zh}”。`,
    en: `The records of ${source.en} could not be looked up for long: please send "${title.en}" yourself.`,
  }),
};
/** Why a department or a provider of payments did not take something, by its code. Of any other code nothing is said: it is for those who read logs. */
const notTakenBecause: Readonly<Record<string, Localized>> = {
  MATTER_NOT_FOUND: { zh: '其系统尚未开通该事项', en: 'its system does not know the matter' },
  ACCOUNT_CLOSED: { zh: '收款账户已停用', en: 'the account that it goes to is closed' },
};
const because = (code: string): Localized => {
  const reason = own(notTakenBecause, code);
  return reason ? { zh: `（${reason.zh}）`, en: ` (${reason.en})` } : { zh: '', en: '' };
};
export function notTaken(department: Localized, code: string): Localized {
  return {
    zh: `${department.zh}未能接收${because(code).zh}，工作人员正在处理，您无需操作。`,
    en: `${department.en} did not take it${because(code).en}; staff are looking into it, you need do nothing.`,
  };
}
export function decidedBeforeWithdrawal(department: Localized): Localized {
  return {
    zh: `${department.zh}在收到撤回之前已作出决定，请向其咨询如何处理。`,
    en: `${department.en} had decided before it heard of the withdrawal: ask it what follows.`,
  };
}
export function correctionOverdue(dueOn: string): Localized {
  return {
    zh: `补正期限（${dueOn}）已过，请尽快补齐所列内容；逾期不补的，由部门依法处理。`,
    en: `The corrections were due on ${dueOn}: send all that is listed soon, or the departments decide as the law provides.`,
  };
}
export function correctionLapsed(dueOn: string): Localized {
  return {
    zh: `补正期限（${dueOn}）已过而未补正，按规定视为撤回；需要办理的，请重新提交。`,
    en: `Nothing was corrected by ${dueOn}, which by the rules takes the application back. If you still need it, submit it anew.`,
  };
}
export function deferralOverdue(material: Localized, dueOn: string): Localized {
  return {
    zh: `容缺后补的“${material.zh}”应在 ${dueOn} 前补交，现已逾期，请尽快交至受理部门。`,
    en: `"${material.en}", which was to follow, was due on ${dueOn}: hand it to the department soon.`,
  };
}

/** Of a payment. */
const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;

export function paymentDemanded({ items, amountFen, dueOn }: Payment): Localized {
  return {
    zh: `请在 ${dueOn} 前缴纳“${items.zh}”${yuan(amountFen)} 元；缴清后自动继续办理。`,
    en: `Pay ${yuan(amountFen)} yuan for "${items.en}" by ${dueOn}; it goes on by itself once paid.`,
  };
}
export const paymentDelayed: Localized = {
  zh: '缴费系统暂时没有答复，将自动重试，您无需操作。',
  en: 'The payment system does not answer at present; it is tried again by itself, you need do nothing.',
};
export function paymentNotTaken(code: string): Localized {
  return {
    zh: `缴费系统未能接收${because(code).zh}，工作人员正在处理，您无需操作。`,
    en: `The payment system did not take it${because(code).en}; staff are looking into it, you need do nothing.`,
  };
}
export function paymentPaid(amountFen: number, receiptNumber: string): Localized {
  return {
    zh: `已缴费 ${yuan(amountFen)} 元，票据号 ${receiptNumber}，部门继续办理。`,
    en: `${yuan(amountFen)} yuan were paid under ${receiptNumber}; the department goes on.`,
  };
}
export function paymentFailed(dueOn: string): Localized {
  return {
    zh: `缴费未成功，未扣款，请在 ${dueOn} 前重新缴费。`,
    en: `The payment did not succeed and nothing was taken: pay again by ${dueOn}.`,
  };
}
export function paymentExpired(dueOn: string): Localized {
  return {
    zh: `未在 ${dueOn} 前缴费，此事项不再办理；如仍需办理，请重新申请。`,
    en: `It was not paid by ${dueOn} and is not handled any more: apply again if you still need it.`,
  };
}
export function paymentPaidLate(dueOn: string): Localized {
  return {
    zh: `缴费晚于期限（${dueOn}），所缴款项将原路退回。`,
    en: `The payment came after ${dueOn}: the money goes back the way it came.`,
  };
}
export const paymentRefunding: Localized = {
  zh: '此事项不再办理，所缴款项将原路退回。',
  en: 'The matter is not handled any more: the money goes back the way it came.',
};
export function paymentRefunded(amountFen: number): Localized {
  return { zh: `已退回 ${yuan(amountFen)} 元。`, en: `${yuan(amountFen)} yuan were paid back.` };
}
export function paymentPartlyRefunded(refundedFen: number, amountFen: number): Localized {
  return {
    zh: `已退回 ${yuan(refundedFen)} 元，尚有 ${yuan(amountFen - refundedFen)} 元未退回。`,
    en: `${yuan(refundedFen)} yuan were paid back so far, ${yuan(amountFen - refundedFen)} were not.`,
  };
}
export function paymentSurplus(amountFen: number, receiptNumber: string): Localized {
  return {
    zh: `此项费用已缴清，又收到 ${yuan(amountFen)} 元（票据号 ${receiptNumber}），多缴的款项将原路退回，您无需操作。`,
    en: `It was paid already, and ${yuan(amountFen)} yuan came once more under ${receiptNumber}: they go back the way they came, you need do nothing.`,
  };
}
export function paymentSurplusRefunded(amountFen: number): Localized {
  return {
    zh: `重复缴纳的 ${yuan(amountFen)} 元已退回。`,
    en: `The ${yuan(amountFen)} yuan that were paid once more were paid back.`,
  };
}
export function paymentMismatch(amountFen: number): Localized {
  return {
    zh: `缴费系统报告的金额与应缴的 ${yuan(amountFen)} 元不符，未予采纳，工作人员正在处理。`,
    en: `The payment system reported another amount than the ${yuan(amountFen)} yuan due: it does not count, and staff are looking into it.`,
  };
}
export const paymentHeard: Localized = { zh: '已收到。', en: 'Taken.' };

/** Who did not answer, where it is no department by its name. */
export const theCatalogue: Localized = { zh: '事项目录', en: 'The catalogue' };
export const theDelegations: Localized = { zh: '权力下放登记', en: 'The register of delegated powers' };
/** A material of a submission that was received before its title was kept. */
export const theMaterial: Localized = { zh: '该材料', en: 'the document' };
/** A result of a matter that was planned before its kinds had names. */
export const theResult: Localized = { zh: '办理结果', en: 'a result' };
export const itsSource: Localized = { zh: '其数据来源', en: 'its source' };
export const ownSystem: Localized = { zh: '本部门系统', en: "Your department's system" };
export const fileArrived: Localized = { zh: '已收到文件。', en: 'The file has arrived.' };
export const fileWaits: Localized = {
  zh: '已收到文件，正在等待安全扫描；扫描通过后方可作为材料提交。',
  en: 'The file has arrived and waits to be scanned: it can be submitted once it has been found clean.',
};
