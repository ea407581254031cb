import type { ReadinessKind } from '../../language/delegation.ts';
import type { Localized } from '../../language/text.ts';

/** What has to be shown before a power is handed down, in the words of a sentence. */
export const readinessNames: Readonly<Record<ReadinessKind, Localized>> = {
  TRAINING: { zh: '人员培训', en: 'training' },
  STAFF: { zh: '人员到位', en: 'staff' },
  WINDOWS: { zh: '窗口设置', en: 'windows' },
  SYSTEM: { zh: '系统开通', en: 'the system' },
};
