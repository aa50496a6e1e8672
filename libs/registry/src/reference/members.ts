/**
 * ISO members of the product's reference set, by ISO member id: facts of mid-2025. The last two figures are the
 * P-memberships and secretariats they held then. Source: see `ATTRIBUTION`.
 */
export interface ReferenceMember {
  readonly id: number;
  readonly acronym: string;
  readonly country: string;
  readonly alpha2: string;
  readonly pMemberships: number;
  readonly secretariats: number;
}

const member = (
  id: number,
  acronym: string,
  country: string,
  alpha2: string,
  pMemberships: number,
  secretariats: number,
): ReferenceMember => ({ id, acronym, country, alpha2, pMemberships, secretariats });

/** All of them member bodies (full members). */
export const REFERENCE_MEMBERS: readonly ReferenceMember[] = [
  member(1738, 'AFNOR', 'France', 'FR', 652, 82),
  member(2188, 'ANSI', 'United States', 'US', 563, 92),
  member(1529, 'ASI', 'Austria', 'AT', 371, 3),
  member(2068, 'ASN', 'Senegal', 'SN', 14, 0),
  member(2064, 'BSI', 'United Kingdom', 'GB', 701, 76),
  member(1674, 'CODINORM', "Côte d'Ivoire", 'CI', 35, 0),
  member(1511, 'DIN', 'Germany', 'DE', 721, 134),
  member(1747, 'GSA', 'Ghana', 'GH', 51, 0),
  member(1725, 'IES', 'Ethiopia', 'ET', 39, 0),
  member(1931, 'IMANOR', 'Morocco', 'MA', 41, 0),
  member(1803, 'INSO', 'Iran', 'IR', 374, 5),
  member(1835, 'JISC', 'Japan', 'JP', 668, 84),
  member(1854, 'KEBS', 'Kenya', 'KE', 130, 1),
  member(2027, 'NEN', 'Netherlands', 'NL', 454, 10),
  member(288025, 'RSB', 'Rwanda', 'RW', 27, 0),
  member(1485, 'SABS', 'South Africa', 'ZA', 247, 11),
  member(1635, 'SAC', 'China', 'CN', 778, 90),
  member(2101, 'SIS', 'Sweden', 'SE', 478, 25),
  member(1994, 'SN', 'Norway', 'NO', 266, 8),
  member(2120, 'TBS', 'Tanzania', 'TZ', 44, 0),
];
