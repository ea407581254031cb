import type { Localized } from '../../language/text.ts';
import type { PlaceParts } from './events.ts';

/** The newest of the texts to which somebody agrees. */
export const consentTextVersion = '1';

/** To what somebody agrees, of each kind of place, by version: a text that was agreed to is never changed. */
export const consentTexts: Readonly<Record<string, Readonly<Record<PlaceParts['place'], Localized>>>> = {
  '1': {
    IDENTITY: {
      zh: '本人同意为向本人推送可享政策，查看本人登录身份中的姓名和公民身份号码（出生日期、性别）。可随时撤回。',
      en: 'To offer me what I may have, the name and identity number that I signed in with (day of birth, sex) may be looked at. I can take this back at any time.',
    },
    VAULT: {
      zh: '本人同意为向本人推送可享政策，查看本人证照库中的证照，并以登录身份核对是谁的证照。可随时撤回。',
      en: 'To offer me what I may have, the licences of my vault may be looked at, and held against who I signed in as. I can take this back at any time.',
    },
    SOURCE: {
      zh: '本人同意为向本人推送可享政策，向该数据来源查询政策清单所列的情形。可随时撤回。',
      en: 'To offer me what I may have, this source may be asked for what the policies list. I can take this back at any time.',
    },
  },
};
