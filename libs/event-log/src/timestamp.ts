import * as asn1js from 'asn1js';
import { randomBytes, webcrypto, X509Certificate } from 'node:crypto';
import {
  AlgorithmIdentifier,
  Certificate,
  CryptoEngine,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import { sha256 } from './sha256.js';

// The library looks for a browser's global otherwise.
const engine = new CryptoEngine({ name: 'node', crypto: webcrypto as never });

// RFC 3161, 2.3: a certificate that may sign time stamps, and nothing else, says so.
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const SHA_256 = '2.16.840.1.101.3.4.2.1';
const MIME_QUERY = 'application/timestamp-query';
const MIME_REPLY = 'application/timestamp-reply';
const LONGEST_REPLY = 64 * 1024;
// RFC 3161, 2.4.2: granted, and granted with changes.
const GRANTED: readonly number[] = [0, 1];

/** What an RFC 3161 time stamp states of some bytes: they existed then, as this authority says. */
export interface Stamped {
  /** RFC 3339, UTC. */
  readonly at: string;
  /** Subject of the certificate that signed. */
  readonly authority: string;
  /** True when the certificate leads to one of the given authorities; null when none was given. */
  readonly trusted: boolean | null;
}

/** An RFC 3161 authority's answer (DER) for the bytes; throws when it cannot be had or does not hold. */
export async function requestTimestamp(
  authority: string,
  bytes: Buffer,
  patienceMs: number,
): Promise<Buffer> {
  const nonce = randomBytes(8);
  // A DER integer that begins with a set bit would be negative.
  nonce[0] = ((nonce[0] ?? 0) & 0x7f) | 0x01;
  const response = await fetch(authority, {
    method: 'POST',
    headers: { 'Content-Type': MIME_QUERY, Accept: MIME_REPLY },
    body: requestFor(bytes, nonce),
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!response.ok) throw new Error(`The authority answered ${String(response.status)}.`);
  const reply = Buffer.from(await response.arrayBuffer());
  if (reply.length > LONGEST_REPLY) throw new Error('The authority’s answer is too long.');
  if (!nonceOf(reply).equals(nonce)) throw new Error('The answer is to another request.');
  await openTimestamp(reply, bytes);
  return reply;
}

function requestFor(bytes: Buffer, nonce: Buffer): Buffer {
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: SHA_256 }),
      hashedMessage: new asn1js.OctetString({ valueHex: arrayOf(sha256(bytes)) }),
    }),
    nonce: new asn1js.Integer({ valueHex: arrayOf(nonce) }),
    certReq: true,
  });
  return Buffer.from(request.toSchema().toBER(false));
}

/**
 * Checks a time stamp (the authority's whole answer, DER) against the bytes; `authorities` are certificates (PEM) to
 * which it must lead. Throws saying what does not hold.
 */
export async function openTimestamp(
  reply: Buffer,
  bytes: Buffer,
  authorities: readonly string[] = [],
): Promise<Stamped> {
  const { signed, info } = tokenOf(reply);
  const imprint = info.messageImprint;
  const stamped = Buffer.from(imprint.hashedMessage.valueBlock.valueHexView);
  if (imprint.hashAlgorithm.algorithmId !== SHA_256 || !stamped.equals(sha256(bytes))) {
    throw new Error('The time stamp is of other bytes.');
  }
  const trustedCerts = authorities.map((pem) =>
    Certificate.fromBER(arrayOf(new X509Certificate(pem).raw)),
  );
  const verdict = await signed
    .verify(
      {
        signer: 0,
        data: arrayOf(bytes),
        checkChain: trustedCerts.length > 0,
        trustedCerts,
        checkDate: info.genTime,
        extendedMode: true,
      },
      engine,
    )
    .catch((error: { message?: string }) => ({
      signatureVerified: false,
      signerCertificate: null,
      message: error.message,
    }));
  if (verdict.signatureVerified !== true) {
    throw new Error(`The time stamp's signature does not hold (${verdict.message ?? ''}).`);
  }
  const certificate = verdict.signerCertificate ?? null;
  if (certificate === null || !maySign(certificate)) {
    throw new Error('The time stamp is signed by a certificate that is not made for time stamps.');
  }
  const authority = subjectOf(certificate);
  const trusted = trustedCerts.length === 0 ? null : true;
  return { at: info.genTime.toISOString(), authority, trusted };
}

function tokenOf(reply: Buffer): { signed: SignedData; info: TSTInfo } {
  let response: TimeStampResp;
  try {
    response = TimeStampResp.fromBER(arrayOf(reply));
  } catch {
    throw new Error('The answer is no time stamp (RFC 3161).');
  }
  const token = response.timeStampToken;
  if (!GRANTED.includes(response.status.status) || token === undefined) {
    const why = response.status.statusStrings?.map((s) => s.valueBlock.value).join('; ');
    throw new Error(`The authority refused (${why ?? String(response.status.status)}).`);
  }
  const signed = new SignedData({ schema: token.content });
  const content = signed.encapContentInfo.eContent?.getValue();
  if (content === undefined) throw new Error('The answer is no time stamp (RFC 3161).');
  return { signed, info: TSTInfo.fromBER(content) };
}

function nonceOf(reply: Buffer): Buffer {
  const { nonce } = tokenOf(reply).info;
  return Buffer.from(nonce?.valueBlock.valueHexView ?? []);
}

const maySign = (certificate: Certificate): boolean =>
  new X509Certificate(Buffer.from(certificate.toSchema(true).toBER(false))).keyUsage.includes(
    TIME_STAMPING,
  );

const subjectOf = (certificate: Certificate): string =>
  certificate.subject.typesAndValues.map(({ value }) => String(value.valueBlock.value)).join(', ');

const arrayOf = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer;
