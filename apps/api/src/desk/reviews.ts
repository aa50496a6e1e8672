import { missingSides } from '@twinning/domain';
import type { DeskRow } from '@twinning/read-model';

/** The reviews of an agreement that are not filed, and what each still lacks. */
export const openReviews = ({ state }: DeskRow) =>
  state.oversight.reviews
    .filter(({ stage }) => stage !== 'FILED' && stage !== 'OVERTAKEN')
    .map((review) => ({
      year: review.year,
      dueOn: review.dueOn,
      stage: review.stage,
      missing: [
        ...missingSides(review),
        ...(review.survey === null ? (['P_MEMBER_FEEDBACK'] as const) : []),
        ...(review.tpmSection === null ? (['TPM'] as const) : []),
      ],
      ratings: Object.values(review.parts).map((part) => part.rating),
    }));
